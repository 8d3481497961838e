import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { placeHref } from '@/lib/booking/place';
import type { DayView, SlotView, WizardView } from '@/lib/booking/view-model';
import { StepLink } from '../step-link';
import styles from './time-slots.module.css';

/** Longer lists are split into morning, afternoon and evening. */
const ungroupedSlots = 6;

interface Part {
  name: string;
  slots: SlotView[];
}

function partsOf(slots: SlotView[]): Part[] {
  const before = (from: string, to: string) =>
    slots.filter(({ startTime }) => startTime >= from && startTime < to);
  return [
    { name: 'Morning', slots: before('00:00', '12:00') },
    { name: 'Afternoon', slots: before('12:00', '17:00') },
    { name: 'Evening', slots: before('17:00', '24:00') },
  ].filter((part) => part.slots.length > 0);
}

interface SlotListProps {
  view: WizardView;
  day: DayView;
  thisWeek: boolean;
}

function Slot({ view, day, thisWeek, slot }: SlotListProps & { slot: SlotView }) {
  const href = placeHref(view, { date: day.date, time: slot.start, thisWeek });
  return (
    <li>
      <StepLink className={styles.slot} href={href}>
        <span className={styles.first}>
          <time className={styles.start} dateTime={slot.start}>
            {slot.startTime}
          </time>
          <VisuallyHidden> to {slot.endTime}, </VisuallyHidden>
          <span className={styles.select}>Select</span>
        </span>{' '}
        <span className={styles.facts}>
          {slot.offsetNote ? <span>{slot.offsetNote} </span> : null}
          <span>{view.durationMinutes} min </span>
          {slot.theirTime ? <span>{slot.theirTime}</span> : null}
        </span>
      </StepLink>
    </li>
  );
}

function SlotList({ slots, ...rest }: SlotListProps & { slots: SlotView[] }) {
  return (
    <ul className={styles.slots}>
      {slots.map((slot) => (
        <Slot key={slot.start} slot={slot} {...rest} />
      ))}
    </ul>
  );
}

export function TimeSlots(props: SlotListProps) {
  const { slots } = props.day;
  if (slots.length <= ungroupedSlots) return <SlotList slots={slots} {...props} />;
  return (
    <div className={styles.parts}>
      {partsOf(slots).map((part) => (
        <section key={part.name} className={styles.part} aria-label={part.name}>
          <h3 className={styles.name}>{part.name}</h3>
          <SlotList slots={part.slots} {...props} />
        </section>
      ))}
    </div>
  );
}
