import { randomUUID } from 'node:crypto';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createCourse, createSt, createUser, NOW } from '@/__tests__/support/factories';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';

// The two questions that analytics answers, asked of a day that is known by heart.

const INSERT = `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
  SELECT $1::analytics_event_name, $2, $3, $4, $5`;
const START = '2026-03-09T15:00:00.000Z';

let courseId: string;
let stId: string;

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
  courseId = (await createCourse({ title: 'Knots' })).id;
  stId = (await createSt({ courseId })).id;
});

function dataOf(name: string, errorType: string): object {
  switch (name) {
    case 'page_view':
      return { course_id: courseId, st_preselected: false };
    case 'st_selected':
      return { st_id: stId };
    case 'date_selected':
      return { date: '2026-03-09' };
    case 'time_selected':
      return { time: START, st_id: stId };
    case 'booking_attempted':
      return { course_id: courseId, st_id: stId, datetime: START };
    case 'booking_failed':
      return { error_type: errorType };
    case 'booking_success':
      return { session_id: randomUUID() };
    default:
      return { course_id: courseId };
  }
}

/** Lets one person do what `names` say, in that order, a minute apart. */
async function happen(
  names: string,
  { person, from = '2026-03-02T10:00:00Z', error = 'SLOT_UNAVAILABLE' }: Happening = {},
): Promise<string> {
  const id = person ?? (await createUser()).id;
  for (const [minute, name] of names.split(' ').entries()) {
    const moment = new Date(Date.parse(from) + minute * 60_000);
    await sqlAsOwner(INSERT, name, moment, id, courseId, dataOf(name, error));
  }
  return id;
}

interface Happening {
  person?: string;
  from?: string;
  error?: string;
}

const TO_TIME = 'page_view st_selected date_selected time_selected';
const rowsOf = (view: string, columns = '*') =>
  sql(`SELECT to_char(day, 'YYYY-MM-DD') AS day, ${columns} FROM ${view}`);

describe('booking_funnel', () => {
  const STEPS = `course, page_view::int, st_selected::int, date_selected::int, time_selected::int,
    booking_attempted::int, booking_success::int, booking_failed::int, schedule_later::int`;

  test('counts people, not events, at each step', async () => {
    await happen('page_view');
    await happen('page_view page_view page_view schedule_later');
    await happen('page_view st_selected date_selected date_selected date_selected');
    await happen(`${TO_TIME} booking_attempted booking_failed time_selected`);
    const tried = 'booking_attempted booking_failed booking_attempted booking_success';
    await happen(`${TO_TIME} ${tried}`);
    expect(await rowsOf('booking_funnel', STEPS)).toEqual([
      {
        day: '2026-03-02',
        course: 'Knots',
        page_view: 5,
        st_selected: 3,
        date_selected: 3,
        time_selected: 2,
        booking_attempted: 2,
        booking_success: 1,
        booking_failed: 2,
        schedule_later: 1,
      },
    ]);
  });

  test('a person at a step also counts for all earlier steps, even unrecorded ones', async () => {
    await happen('page_view date_selected');
    await happen('booking_attempted booking_success');
    expect(await rowsOf('booking_funnel', STEPS)).toMatchObject([
      { page_view: 2, st_selected: 2, date_selected: 2, time_selected: 1, booking_success: 1 },
    ]);
  });

  test('has a row for each day of the UTC calendar and each course, the newest first', async () => {
    const person = await happen('page_view', { from: '2026-03-02T23:59:59.999Z' });
    await happen('page_view', { person, from: '2026-03-03T00:00:00Z' });
    courseId = (await createCourse({ title: 'Braids' })).id;
    await happen('page_view', { person, from: '2026-03-03T12:00:00Z' });
    expect(await rowsOf('booking_funnel', 'course, page_view::int')).toEqual([
      { day: '2026-03-03', course: 'Braids', page_view: 1 },
      { day: '2026-03-03', course: 'Knots', page_view: 1 },
      { day: '2026-03-02', course: 'Knots', page_view: 1 },
    ]);
  });
});

test('both look back 90 days', async () => {
  await happen('page_view booking_attempted');
  await setDatabaseTime(new Date('2026-05-31T10:00:00Z'));
  expect(await rowsOf('booking_funnel')).toHaveLength(1);
  expect(await rowsOf('offered_but_rejected')).toHaveLength(1);
  await setDatabaseTime(new Date('2026-05-31T10:01:01Z'));
  expect(await rowsOf('booking_funnel')).toEqual([]);
  expect(await rowsOf('offered_but_rejected')).toEqual([]);
});

describe('offered_but_rejected', () => {
  const SHARE = 'confirmed_clicks::int, met_a_taken_slot::int, share::float';

  test('is the share of confirmations whose slot was taken', async () => {
    await happen('booking_attempted booking_success');
    await happen('booking_attempted booking_failed booking_attempted booking_success');
    await happen('booking_attempted booking_failed', { error: 'NO_SESSIONS_LEFT' });
    expect(await rowsOf('offered_but_rejected', SHARE)).toEqual([
      { day: '2026-03-02', confirmed_clicks: 4, met_a_taken_slot: 1, share: 0.25 },
    ]);
  });

  test('has no row for a day without a booking attempt', async () => {
    await happen('page_view st_selected');
    expect(await rowsOf('offered_but_rejected')).toEqual([]);
  });

  test('is 0 if every slot was free', async () => {
    await happen('booking_attempted booking_success');
    expect(await rowsOf('offered_but_rejected', SHARE)).toMatchObject([{ share: 0 }]);
  });
});
