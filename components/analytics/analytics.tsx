import {
  type Choices,
  eventsOfLoad,
  seenHref,
  type WizardPlace,
} from '@/lib/analytics/wizard-events';
import { AnalyticsReporter } from './analytics-reporter';
import { newEventId } from './event-id';

interface AnalyticsProps {
  place: WizardPlace;
  /** What was chosen already, if a page of this wizard led here; null for a new visit. */
  before: Choices | null;
}

/**
 * Tells what happens in the wizard. A browser asks for the images only where it runs no script, so
 * nothing is told twice.
 */
export function Analytics({ place, before }: AnalyticsProps) {
  const { courseId, preselectedStId } = place;
  return (
    <>
      <AnalyticsReporter courseId={courseId} preselectedStId={preselectedStId} />
      <noscript>
        {eventsOfLoad(place, before).map((event) => (
          <Pixel key={event.name} src={seenHref(courseId, newEventId(), event)} />
        ))}
      </noscript>
    </>
  );
}

function Pixel({ src }: { src: string }) {
  // biome-ignore lint/performance/noImgElement: nothing is shown, and next/image needs a script.
  return <img src={src} alt="" width="1" height="1" />;
}
