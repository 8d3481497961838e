import { truncate } from '@/__tests__/support/database';
import { createScene } from '@/__tests__/support/factories';
import { refusalOf, refusalOfOwner, sql, sqlAsOwner } from '@/__tests__/support/plain-sql';

// The database holds every event to the specification's data: all of it, and nothing else.

const INSERT = `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
  VALUES ($1::analytics_event_name, now(), $2, $3, $4, $5)`;
const ANY_ID = '0198f0a0-0000-7000-8000-000000000000';
const START = '2026-03-05T15:00:00.000Z';

let scene: Awaited<ReturnType<typeof createScene>>;

beforeEach(async () => {
  await truncate();
  scene = await createScene();
});

/** The data with this scene's ids in place of `course` and `st`. */
function filled(data: object): string {
  const text = JSON.stringify(data);
  return text.replaceAll('"course"', `"${scene.courseId}"`).replaceAll('"st"', `"${scene.st.id}"`);
}

const values = (name: string, data: object) =>
  [name, scene.student.id, scene.courseId, scene.st.id, filled(data)] as const;

test.each([
  ['page_view', { course_id: 'course', st_preselected: true }],
  ['st_selected', { st_id: 'st' }],
  ['date_selected', { date: '2026-03-05' }],
  ['time_selected', { time: START, st_id: 'st' }],
  ['booking_attempted', { course_id: 'course', st_id: 'st', datetime: START }],
  ['booking_success', { session_id: ANY_ID }],
  ['booking_failed', { error_type: 'SLOT_UNAVAILABLE' }],
  ['schedule_later', { course_id: 'course' }],
])('%s is as the specification lists it', async (name, data) => {
  await sqlAsOwner(INSERT, ...values(name, data));
  const { code } = await refusalOfOwner(
    INSERT,
    ...values(name, { ...data, note: 'something more' }),
  );
  expect(code).toBe('23514');
  const [first = ''] = Object.keys(data);
  const less = await refusalOfOwner(INSERT, ...values(name, { ...data, [first]: undefined }));
  expect(less.constraint).toBe('analytics_events_data_fits_the_event');
});

test.each([
  ['page_view', { course_id: 'course', st_preselected: 'yes' }],
  ['page_view', { course_id: 'course', st_preselected: null }],
  ['st_selected', { st_id: 'Maya' }],
  ['date_selected', { date: 'the 5th of March' }],
  ['date_selected', { date: '2026-02-30' }],
  ['time_selected', { time: '0000-01-01T00:00:00.000Z', st_id: 'st' }],
  ['time_selected', { time: '15:00', st_id: 'st' }],
  ['booking_failed', { error_type: 'student@example.com' }],
  ['booking_failed', { error_type: 7 }],
  ['schedule_later', []],
])('%s cannot hold %j', async (name, data) => {
  expect(await refusalOfOwner(INSERT, ...values(name, data))).toMatchObject({ code: '23514' });
});

test.each([
  [
    'page_view',
    { course_id: ANY_ID, st_preselected: true },
    'analytics_events_course_is_the_datas',
  ],
  ['st_selected', { st_id: ANY_ID }, 'analytics_events_st_is_the_datas'],
])('%s is about the course and ST of its data', async (name, data, constraint) => {
  expect(await refusalOfOwner(INSERT, ...values(name, data))).toMatchObject({ constraint });
});

test('ops can read session events, and cannot insert or change any', async () => {
  const event = values('st_selected', { st_id: 'st' });
  await sqlAsOwner(INSERT, ...event);
  expect(await sql('SELECT name FROM analytics_events')).toEqual([{ name: 'st_selected' }]);
  for (const attack of [
    'UPDATE analytics_events SET occurred_at = now()',
    'DELETE FROM analytics_events',
  ]) {
    expect(await refusalOf(attack)).toMatchObject({ code: '42501' });
  }
  expect(await refusalOf(INSERT, ...event)).toMatchObject({ code: '42501' });
});

test('no other event is accepted', async () => {
  expect(await refusalOfOwner(INSERT, ...values('mouse_moved', {}))).toMatchObject({
    code: '22P02',
  });
});

test('deleting an ST keeps its analytics events; deleting a user deletes theirs', async () => {
  await sqlAsOwner(INSERT, ...values('st_selected', { st_id: 'st' }));
  await sqlAsOwner('DELETE FROM student_teachers');
  expect(await sqlAsOwner('SELECT st_id FROM analytics_events')).toEqual([{ st_id: null }]);
  await sqlAsOwner('DELETE FROM enrollments');
  await sqlAsOwner('DELETE FROM users WHERE id = $1', scene.student.id);
  expect(await sqlAsOwner('SELECT FROM analytics_events')).toEqual([]);
});
