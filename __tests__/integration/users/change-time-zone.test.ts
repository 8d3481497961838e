import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { actAs } from '@/__tests__/support/server-actions';
import { saveTimeZone } from '@/app/actions/users';
import { db } from '@/lib/db/client';
import { changeTimeZone } from '@/lib/users/change-time-zone';
import { CHANGE_TIME_ZONE_MESSAGES } from '@/lib/users/messages';
import { findUserByEmail, findViewer } from '@/lib/users/queries';

jest.mock('next/headers', () => jest.requireActual('@/__tests__/support/request-scope'));
jest.mock('next/cache', () => ({ revalidatePath: jest.fn() }));

beforeEach(truncate);

test.each(['Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Calcutta'])(
  '%s becomes the time zone of the viewer only',
  async (timeZone) => {
    const viewer = await createUser({ timezone: 'Europe/Berlin' });
    const other = await createUser({ timezone: 'Europe/Berlin' });
    const changed = await changeTimeZone(db(), { viewer, timeZone });
    expect(changed).toEqual({ ok: true, value: { timeZone } });
    expect(await findViewer(db(), viewer.id)).toMatchObject({ timezone: timeZone });
    expect(await findViewer(db(), other.id)).toMatchObject({ timezone: 'Europe/Berlin' });
  },
);

test.each([
  '',
  ' ',
  'europe/paris',
  'Europe_Paris',
  'Mars/Olympus',
  'Foo+3',
  'CEST',
  'Factory',
  "'; DROP TABLE users; --",
])('"%s" is refused and changes nothing', async (timeZone) => {
  const viewer = await createUser({ timezone: 'Europe/Berlin' });
  const refused = await changeTimeZone(db(), { viewer, timeZone });
  expect(refused).toEqual({ ok: false, code: 'TIME_ZONE_UNKNOWN' });
  expect(await findViewer(db(), viewer.id)).toMatchObject({ timezone: 'Europe/Berlin' });
});

test.each([
  'Europe/Berlin\0',
  '\0',
  'europe/paris',
  'Europe_Paris',
  'Mars/Olympus',
  '',
  'x'.repeat(65),
])('a form with the zone %j is refused, and its input is kept', async (timeZone) => {
  const viewer = await createUser({ timezone: 'Europe/Berlin' });
  const form = new FormData();
  form.set('time_zone', timeZone);
  const state = await actAs(viewer, () => saveTimeZone({ status: 'idle' }, form));
  const message = CHANGE_TIME_ZONE_MESSAGES.TIME_ZONE_UNKNOWN;
  expect(state).toEqual({ status: 'refused', timeZone, message });
});

test('a user is found by the whole email address, in any letter case', async () => {
  const { id } = await createUser({ email: 'priya@example.com' });
  expect(await findUserByEmail(db(), ' Priya@Example.com ')).toMatchObject({ id });
  expect(await findUserByEmail(db(), 'priya@example.co')).toBeNull();
  expect(await findUserByEmail(db(), '')).toBeNull();
});
