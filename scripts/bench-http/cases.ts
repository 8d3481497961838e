import { addDays } from 'date-fns';
import type { BenchCourse } from './course';
import { type Call, send } from './load';

export interface Case {
  name: string;
  /** What it is compared with. */
  floor: 'page' | 'route';
  /** The next call; null when there is nothing left to send. */
  next: () => Call | null;
}

export const FLOORS = { page: { path: '/' }, route: { path: '/api/floor' } } as const;

/** The requests of a booking, from the landing page to the booked session. */
export async function listCases(siteUrl: string, course: BenchCourse): Promise<Case[]> {
  const { courseId, stIds, cookies } = course;
  const now = new Date();
  const slotsPath = (st: string, days: number) =>
    `/api/sts/${st}/slots?from=${now.toISOString()}&to=${addDays(now, days).toISOString()}`;
  const student = inTurn(cookies);
  const st = inTurn(stIds);
  const page = (name: string, path: () => string): Case => ({
    name,
    floor: 'page',
    next: () => ({ path: path(), cookie: student() }),
  });
  const route = (name: string, path: () => string): Case => ({
    ...page(name, path),
    floor: 'route',
  });

  const free: Call[] = [];
  for (const stId of stIds) {
    const answer = await send(siteUrl, { path: slotsPath(stId, 59), cookie: student() });
    for (const start of apartFromEachOther(JSON.parse(`${answer.body}`).slots)) {
      const details = { course_id: courseId, st_id: stId, timezone: 'UTC' };
      free.push({ path: '/api/sessions', body: { ...details, ...start } });
    }
  }
  return [
    { name: 'Landing page', floor: 'page', next: () => ({ path: '/' }) },
    { name: 'Sign-in page', floor: 'page', next: () => ({ path: '/login' }) },
    page('Dashboard', () => '/dashboard'),
    page(`Wizard, ${stIds.length} STs`, () => `/courses/${courseId}/book`),
    page('Wizard, calendar', () => `/book/${st()}`),
    route('API: STs', () => `/api/courses/${courseId}/sts`),
    route('API: slots of a month', () => slotsPath(st(), 31)),
    { name: 'API: book', floor: 'route', next: () => withCookie(free.pop(), student()) },
  ];
}

function withCookie(call: Call | undefined, cookie: string): Call | null {
  return call ? { ...call, cookie } : null;
}

function inTurn<Item>(items: readonly Item[]): () => Item {
  let turn = 0;
  return () => {
    turn += 1;
    return items[turn % items.length] as Item;
  };
}

interface Slot {
  start: string;
  end: string;
}

/** Starts that can all be booked: none within the session and the break of the one before. */
function apartFromEachOther(slots: readonly Slot[]) {
  const HOUR_AND_BREAK_MS = 75 * 60_000;
  let last = 0;
  return slots.flatMap(({ start, end }) => {
    if (Date.parse(start) < last + HOUR_AND_BREAK_MS) return [];
    last = Date.parse(start);
    return [{ scheduled_start: start, scheduled_end: end }];
  });
}
