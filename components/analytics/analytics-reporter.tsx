'use client';

import { useReports, type Wizard } from './use-reports';

/** Renders nothing; reports wizard events while JavaScript runs. */
export function AnalyticsReporter(wizard: Wizard) {
  useReports(wizard);
  return null;
}
