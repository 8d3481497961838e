import { randomUUID } from 'node:crypto';
import { recordedEvents } from '@/__tests__/support/analytics';
import { truncate } from '@/__tests__/support/database';
import { createScene, NOW } from '@/__tests__/support/factories';
import { recordWizardEvents } from '@/lib/analytics/record-events';
import { eventBatch } from '@/lib/analytics/schema';
import { BATCH_LIMIT, MAX_AGE_MS } from '@/lib/analytics/wizard-events';
import { db } from '@/lib/db/client';

// What browsers send, in batches that may come twice, late, or not at all.

type Scene = Awaited<ReturnType<typeof createScene>>;

const at = (ms_ago: number, courseId: string) => ({
  id: randomUUID(),
  ms_ago,
  course_id: courseId,
});

function walk({ courseId, st }: Scene) {
  const time = '2026-03-05T15:00:00.000Z';
  const page = { course_id: courseId, st_preselected: false };
  return eventBatch.parse({
    events: [
      { ...at(9_000, courseId), name: 'page_view', data: page },
      { ...at(6_000, courseId), name: 'st_selected', data: { st_id: st.id.toUpperCase() } },
      { ...at(3_000, courseId), name: 'date_selected', data: { date: '2026-03-05' } },
      { ...at(0, courseId), name: 'time_selected', data: { time, st_id: st.id } },
    ],
  }).events;
}

beforeEach(truncate);

test('a batch is recorded with the data of the specification, at the times it happened', async () => {
  const scene = await createScene();
  const { courseId, st, student } = scene;
  const recorded = await recordWizardEvents(db(), {
    viewer: student,
    events: walk(scene),
    now: NOW,
  });
  expect(recorded).toBe(4);
  const same = { viewer_id: student.id, course_id: courseId };
  const ago = (ms: number) => new Date(NOW.getTime() - ms);
  expect(await recordedEvents()).toEqual([
    {
      ...same,
      name: 'page_view',
      st_id: null,
      occurred_at: ago(9_000),
      data: { course_id: courseId, st_preselected: false },
    },
    {
      ...same,
      name: 'st_selected',
      st_id: st.id,
      occurred_at: ago(6_000),
      data: { st_id: st.id },
    },
    {
      ...same,
      name: 'date_selected',
      st_id: null,
      occurred_at: ago(3_000),
      data: { date: '2026-03-05' },
    },
    {
      ...same,
      name: 'time_selected',
      st_id: st.id,
      occurred_at: NOW,
      data: { time: '2026-03-05T15:00:00.000Z', st_id: st.id },
    },
  ]);
});

test('a repeated batch is recorded once, and its new events are added', async () => {
  const scene = await createScene();
  const { student: viewer } = scene;
  const events = walk(scene);
  const first = events.slice(0, 2);
  await recordWizardEvents(db(), { viewer, events: first, now: NOW });
  const later = new Date(NOW.getTime() + 60_000);
  const [again, twice] = await Promise.all([
    recordWizardEvents(db(), { viewer, events: [...events, ...events], now: later }),
    recordWizardEvents(db(), { viewer, events, now: later }),
  ]);
  expect(again + twice).toBe(2);
  expect(await recordedEvents()).toHaveLength(4);
});

test('an event with an unknown course, or with an ST of another course, is skipped', async () => {
  const scene = await createScene();
  const other = await createScene();
  const [page, st] = walk(scene);
  const [strangePage] = walk({ ...scene, courseId: randomUUID() });
  const [, strangeSt] = walk({ ...scene, st: other.st });
  const [, nobody] = walk({ ...scene, st: { ...scene.st, id: randomUUID() } });
  const events = [strangePage, strangeSt, nobody, page, st].flatMap((event) => event ?? []);
  expect(await recordWizardEvents(db(), { viewer: scene.student, events, now: NOW })).toBe(2);
  expect(await recordedEvents()).toMatchObject([{ name: 'page_view' }, { name: 'st_selected' }]);
});

test('the largest allowed batch is recorded', async () => {
  const scene = await createScene();
  const data = { time: '2026-03-05T15:00:00.000Z', st_id: scene.st.id };
  const { events } = eventBatch.parse({
    events: Array.from({ length: BATCH_LIMIT }, () => ({
      ...at(MAX_AGE_MS, scene.courseId),
      name: 'time_selected',
      data,
    })),
  });
  const recorded = await recordWizardEvents(db(), { viewer: scene.student, events, now: NOW });
  expect(recorded).toBe(BATCH_LIMIT);
});
