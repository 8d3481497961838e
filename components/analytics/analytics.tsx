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
  /** The choices in the URL before, if the wizard itself linked here; null for a new visit. */
  before: Choices | null;
}

/**
 * Records wizard events. Browsers load the images only without JavaScript, so nothing is recorded
 * twice.
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
  // biome-ignore lint/performance/noImgElement: the image is invisible, and next/image needs JavaScript.
  return <img src={src} alt="" width="1" height="1" />;
}
