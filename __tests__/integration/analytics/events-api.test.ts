import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { recordedEvents } from '@/__tests__/support/analytics';
import { api, tokenOf } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { createScene, createUser, NOW } from '@/__tests__/support/factories';
import { GET as seen } from '@/app/api/analytics/seen/route';
import { BATCH_LIMIT, SEEN_PATH, VISIT_MS } from '@/lib/analytics/wizard-events';
import { db } from '@/lib/db/client';

const EVENTS = '/api/analytics/events';
const START = '2026-03-05T15:00:00.000Z';

type Scene = Awaited<ReturnType<typeof createScene>>;

function timeSelected({ courseId, st }: Scene, more: object = {}) {
  const data = { time: START, st_id: st.id };
  return { id: randomUUID(), name: 'time_selected', course_id: courseId, ms_ago: 0, data, ...more };
}

function send({ student }: Scene, ...events: object[]) {
  return api(EVENTS, { as: student, json: { events } });
}

beforeEach(truncate);

test('a batch is recorded for the viewer, once', async () => {
  const scene = await createScene();
  const event = timeSelected(scene, { ms_ago: 1_500 });
  expect(await send(scene, event)).toMatchObject({ status: 200, body: { recorded: 1 } });
  expect(await send(scene, event, timeSelected(scene))).toMatchObject({ body: { recorded: 1 } });
  expect(await recordedEvents()).toMatchObject([
    { viewer_id: scene.student.id, occurred_at: new Date(NOW.getTime() - 1_500) },
    { viewer_id: scene.student.id, occurred_at: NOW },
  ]);
});

test.each([
  ['booking_success', { session_id: randomUUID() }],
  ['booking_attempted', {}],
  ['schedule_later', {}],
  ['mouse_moved', {}],
])('an event that only the server can know is refused from browsers: %s', async (name, data) => {
  const scene = await createScene();
  const answer = await send(scene, timeSelected(scene, { name, data }));
  expect(answer).toMatchObject({ status: 422, body: { code: 'INVALID_REQUEST' } });
  expect(await recordedEvents()).toEqual([]);
});

test.each([
  ['an extra field in the data', { data: { time: START, st_id: randomUUID(), note: 'Hello' } }],
  ['an extra field in the event', { email: 'me@example.com' }],
  ['an invalid time', { data: { time: '2026-02-30T15:00:00.000Z', st_id: randomUUID() } }],
  [
    'a year outside the supported range',
    { data: { time: '0000-01-01T15:00:00.000Z', st_id: randomUUID() } },
  ],
  ['an invalid id', { id: 'first' }],
  ['a moment to come', { ms_ago: -1 }],
  ['a moment long ago', { ms_ago: 25 * 3_600_000 }],
])('an event with %s is refused, and the batch with it', async (_what, fault) => {
  const scene = await createScene();
  const answer = await send(scene, timeSelected(scene), timeSelected(scene, fault));
  expect(answer.status).toBe(422);
  expect(await recordedEvents()).toEqual([]);
});

test('a page_view names the course of its page', async () => {
  const scene = await createScene();
  const page = { name: 'page_view', data: { course_id: randomUUID(), st_preselected: false } };
  expect(await send(scene, timeSelected(scene, page))).toMatchObject({
    status: 422,
    body: { errors: [{ in: 'body', pointer: '#/events/0/data/course_id' }] },
  });
});

test('a batch has a maximum size', async () => {
  const scene = await createScene();
  const many = (count: number) => Array.from({ length: count }, () => timeSelected(scene));
  expect((await send(scene, ...many(BATCH_LIMIT))).body).toEqual({ recorded: BATCH_LIMIT });
  expect((await send(scene, ...many(BATCH_LIMIT + 1))).status).toBe(422);
  expect((await send(scene)).status).toBe(422);
});

test('events with unknown ids are skipped, without naming them', async () => {
  const scene = await createScene();
  const elsewhere = timeSelected(scene, { course_id: randomUUID() });
  expect(await send(scene, elsewhere)).toMatchObject({ status: 200, body: { recorded: 0 } });
});

test('nothing is recorded for signed-out people or from other sites', async () => {
  const scene = await createScene();
  const json = { events: [timeSelected(scene)] };
  expect((await api(EVENTS, { json })).status).toBe(401);
  const headers = { origin: 'https://elsewhere.example' };
  expect((await api(EVENTS, { as: scene.student, json, headers })).status).toBe(403);
  expect(await recordedEvents()).toEqual([]);
});

test('bookings, refusals and deferrals through the API are recorded as in the wizard', async () => {
  const { st, student: as, enrollment } = await createScene();
  const json = { st_id: st.id, scheduled_start: START };
  await api('/api/sessions', { as, json });
  await api('/api/sessions', { as, json });
  await api(`/api/enrollments/${enrollment.id}/deferred`, { as, json: {} });
  const names = (await recordedEvents()).map(({ name }) => name);
  expect(names.sort()).toEqual([
    'booking_attempted',
    'booking_attempted',
    'booking_failed',
    'booking_success',
    'schedule_later',
  ]);
});

test('an event with the id of a held session does not replace its success', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  const booked = await api('/api/sessions', {
    as: scene.student,
    json: { st_id: scene.st.id, scheduled_start: START },
  });
  const { session_id: sessionId } = booked.body as { session_id: string };
  expect((await send(scene, timeSelected(scene, { id: sessionId }))).body).toEqual({ recorded: 1 });
  await db().payment.create({
    data: {
      sessionId,
      stripeCheckoutId: 'cs_test',
      status: 'paid',
      amountCents: 2_500,
      currency: 'usd',
    },
  });
  await db().tutoringSession.update({ where: { id: sessionId }, data: { status: 'scheduled' } });
  const successes = (await recordedEvents()).filter(({ name }) => name === 'booking_success');
  expect(successes).toMatchObject([{ data: { session_id: sessionId } }]);
});

describe('the image of a page without JavaScript', () => {
  async function ask(scene: Scene, event: string, headers: Record<string, string> = {}) {
    const url = new URL(`http://localhost:3000${SEEN_PATH}?${new URLSearchParams({ event })}`);
    const cookie = `next-auth.session-token=${await tokenOf(scene.student)}`;
    const request = new NextRequest(url, { headers: { cookie, ...headers } });
    return (await seen(request, { params: Promise.resolve({}) })).status;
  }

  test('records what was seen, once', async () => {
    const scene = await createScene();
    const event = JSON.stringify(timeSelected(scene));
    expect(await ask(scene, event, { 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await ask(scene, event)).toBe(200);
    expect(await recordedEvents()).toMatchObject([{ name: 'time_selected', occurred_at: NOW }]);
  });

  test('records a choice once per visit, however often its page is loaded', async () => {
    const scene = await createScene();
    const load = (more: object = {}) => ask(scene, JSON.stringify(timeSelected(scene, more)));
    await load();
    await load();
    expect(await recordedEvents()).toHaveLength(1);
    await load({ data: { time: '2026-03-05T16:00:00.000Z', st_id: scene.st.id } });
    await ask({ ...scene, student: await createUser() }, JSON.stringify(timeSelected(scene)));
    expect(await recordedEvents()).toHaveLength(3);
    jest.setSystemTime(NOW.getTime() + VISIT_MS);
    await load();
    jest.setSystemTime(NOW);
    expect(await recordedEvents()).toHaveLength(4);
  });

  test('is refused for other sites and invalid bodies', async () => {
    const scene = await createScene();
    const event = JSON.stringify(timeSelected(scene));
    expect(await ask(scene, event, { 'sec-fetch-site': 'cross-site' })).toBe(422);
    expect(await ask(scene, '{"name":')).toBe(422);
    expect(await ask(scene, '[]')).toBe(422);
    expect(await recordedEvents()).toEqual([]);
  });
});
