/** Next's own limit for a server action. */
export const MAX_FORM_BYTES = 1_024 * 1_024;

/** Whether a request with this `Content-Length` is larger than any form may be. */
export function isLargerThanAForm(contentLength: string | null | undefined): boolean {
  return Number(contentLength) > MAX_FORM_BYTES;
}
