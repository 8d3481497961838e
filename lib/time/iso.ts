import type { Instant } from './intervals';

/** The instant in ISO 8601, in UTC with milliseconds: `2026-03-03T14:00:00.000Z`. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
