import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { changeTimeZone } from '@/lib/users/change-time-zone';
import { findUserByEmail, findViewer } from '@/lib/users/queries';

beforeEach(truncate);

test.each(['Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Calcutta'])(
  '%s becomes the viewer’s zone, and nobody else’s',
  async (timeZone) => {
    const viewer = await createUser({ timezone: 'Europe/Berlin' });
    const other = await createUser({ timezone: 'Europe/Berlin' });
    const changed = await changeTimeZone(db(), { viewer, timeZone });
    expect(changed).toEqual({ ok: true, value: { timeZone } });
    expect(await findViewer(db(), viewer.id)).toMatchObject({ timezone: timeZone });
    expect(await findViewer(db(), other.id)).toMatchObject({ timezone: 'Europe/Berlin' });
  },
);

test.each(['', ' ', 'Mars/Olympus', 'Foo+3', 'CEST', 'Factory', "'; DROP TABLE users; --"])(
  '"%s" is refused and changes nothing',
  async (timeZone) => {
    const viewer = await createUser({ timezone: 'Europe/Berlin' });
    const refused = await changeTimeZone(db(), { viewer, timeZone });
    expect(refused).toEqual({ ok: false, code: 'TIME_ZONE_UNKNOWN' });
    expect(await findViewer(db(), viewer.id)).toMatchObject({ timezone: 'Europe/Berlin' });
  },
);

test('a person is found by their address in any letter case, and only by all of it', async () => {
  const { id } = await createUser({ email: 'priya@example.com' });
  expect(await findUserByEmail(db(), ' Priya@Example.com ')).toMatchObject({ id });
  expect(await findUserByEmail(db(), 'priya@example.co')).toBeNull();
  expect(await findUserByEmail(db(), '')).toBeNull();
});
