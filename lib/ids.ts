const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether `value` can be an id of ours. Postgres refuses anything else with an error. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}
