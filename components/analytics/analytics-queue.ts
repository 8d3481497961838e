import {
  BATCH_LIMIT,
  EVENTS_PATH,
  MAX_AGE_MS,
  type WizardEvent,
} from '@/lib/analytics/wizard-events';
import { newEventId } from './event-id';

/** How long events wait to be sent in one batch. */
const GATHER_MS = 2_000;

/** Limits the memory used while the browser is offline. */
const WAITING_LIMIT = 200;

type WaitingEvent = WizardEvent & { id: string; course_id: string; happenedAt: number };

const waiting: WaitingEvent[] = [];
let isFlushPlanned = false;
let isListening = false;

/** Queues events, to be sent when the browser is idle or the page is left. */
export function report(courseId: string, events: readonly WizardEvent[]): void {
  for (const event of events) {
    waiting.push({
      ...event,
      id: newEventId(),
      course_id: courseId,
      happenedAt: performance.now(),
    });
  }
  if (waiting.length > WAITING_LIMIT) waiting.splice(0, waiting.length - WAITING_LIMIT);
  listenForLeaving();
  if (isFlushPlanned || waiting.length === 0) return;
  isFlushPlanned = true;
  setTimeout(() => whenIdle(flush), GATHER_MS);
}

/** `sendBeacon` delivers even while the page is unloading. */
function flush(): void {
  isFlushPlanned = false;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, BATCH_LIMIT);
    const body = JSON.stringify({ events: batch.map(asSent) });
    const isTaken = navigator.sendBeacon(
      EVENTS_PATH,
      new Blob([body], { type: 'application/json' }),
    );
    // The browser's own queue is full. The rest waits for the next event, or for the page to close.
    if (!isTaken) return;
    waiting.splice(0, batch.length);
  }
}

/** Sends an age instead of a time, because device clocks are often wrong. */
function asSent({ happenedAt, ...event }: WaitingEvent) {
  const msAgo = Math.round(performance.now() - happenedAt);
  return { ...event, ms_ago: Math.min(msAgo, MAX_AGE_MS) };
}

function listenForLeaving(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  window.addEventListener('pagehide', flush);
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: GATHER_MS });
  else run();
}
