'use client';

import { useReports, type Wizard } from './use-reports';

/** Shows nothing: it tells analytics what happens in the wizard while JavaScript runs. */
export function AnalyticsReporter(wizard: Wizard) {
  useReports(wizard);
  return null;
}
