import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { choicesIn, eventKey, pageView, type WizardPlace } from '@/lib/analytics/wizard-events';
import { parseWizardAddress } from '@/lib/booking/wizard-address';
import { report } from './analytics-queue';

export type Wizard = Pick<WizardPlace, 'courseId' | 'preselectedStId'>;

/**
 * Reports the page view, then each choice once. Choices that were in the URL on arrival do not count,
 * and neither do repeats through Back and Forward.
 */
export function useReports({ courseId, preselectedStId }: Wizard): void {
  const params = useSearchParams();
  const { stId, date, time } = parseWizardAddress(params);
  const known = useRef<Set<string> | null>(null);

  useEffect(() => {
    const place = { courseId, preselectedStId, stId, date, time };
    const choices = choicesIn(place);
    const news = known.current
      ? choices.filter((choice) => !known.current?.has(eventKey(choice)))
      : [pageView(place)];
    known.current ??= new Set();
    for (const choice of choices) known.current.add(eventKey(choice));
    report(courseId, news);
  }, [courseId, preselectedStId, stId, date, time]);
}
