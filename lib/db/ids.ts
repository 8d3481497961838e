const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether `value` can be an id of ours. Postgres refuses anything else with an error. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** Rows in the order of their ids. Those that are missing are left out. */
export function inOrder<Row extends { id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
