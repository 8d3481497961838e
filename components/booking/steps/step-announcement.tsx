import { useState } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Place } from '@/lib/booking/place';

interface StepAnnouncementProps {
  place: Place;
  /** `Step 2 of 3`. */
  count: string;
}

function choiceOf({ day, slot }: Place): string {
  if (day && slot) return ` ${day.fullDate}, ${slot.startTime} to ${slot.endTime}.`;
  return day ? ` ${day.label}.` : '';
}

/** Announces each new step to screen readers. Silent on page load. */
export function StepAnnouncement({ place, count }: StepAnnouncementProps) {
  const words = `${count}.${choiceOf(place)}`;
  const [loadedWith] = useState(words);
  const [moved, setMoved] = useState(false);
  if (!moved && words !== loadedWith) setMoved(true);
  return (
    <VisuallyHidden>
      <span role="status">{moved ? words : null}</span>
    </VisuallyHidden>
  );
}
