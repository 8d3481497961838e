import { readAddress, readArrival } from '@/app/book/_wizard/arrival';
import { parseWizardAddress, wizardHref } from '@/lib/booking/wizard-address';

const mockHeaders = new Headers();
jest.mock('next/headers', () => ({ headers: async () => mockHeaders }));

const SITE = 'https://peerloop.example';

/** How a user opened the wizard of a course. */
async function arrive({ from, referer }: { from?: string; referer?: string }) {
  mockHeaders.set('host', new URL(SITE).host);
  mockHeaders.set('x-requested-path', '/courses/knots/book?month=2026-04');
  if (referer) mockHeaders.set('referer', referer);
  else mockHeaders.delete('referer');
  return readArrival(await readAddress(Promise.resolve({ from })));
}

/** Where the Back link leads. */
const backFrom = async (how: { from?: string; referer?: string }) => (await arrive(how)).from;

describe('the Back link', () => {
  test('leads to the page of this site that linked here, or to the one in the URL', async () => {
    expect(await backFrom({ referer: `${SITE}/sessions/1?before=2` })).toBe('/sessions/1?before=2');
    expect(await backFrom({ from: '/settings', referer: `${SITE}/dashboard` })).toBe('/settings');
  });

  test.each(['https://evil.example/', `${SITE}/courses/knots/book?st=maya`, 'nowhere'])(
    'is not the page before where that was elsewhere or in the wizard: %s',
    async (referer) => {
      expect(await backFrom({ referer })).toBeNull();
    },
  );

  test.each(['//evil.example', '///evil.example/', '/.//evil.example', '/a/..//evil.example'])(
    'never leads to another site: %s',
    async (path) => {
      for (const back of [
        await backFrom({ referer: SITE + path }),
        await backFrom({ from: path }),
      ]) {
        expect(back).toBeNull();
      }
    },
  );
});

describe('the previous choices', () => {
  const ST = '0198f0a0-0000-7000-8000-000000000000';

  test('come from the previous URL of the wizard', async () => {
    const referer = `${SITE}/courses/knots/book?st=${ST}&date=2026-03-03&time=now`;
    expect((await arrive({ referer })).before).toMatchObject({
      stId: ST,
      date: '2026-03-03',
      time: null,
    });
  });

  test.each([
    undefined,
    `${SITE}/courses/braids/book?st=${ST}`,
    `${SITE}/book/${ST}`,
    `https://evil.example/courses/knots/book?st=${ST}`,
  ])('are empty if the previous page was not the wizard: %s', async (referer) => {
    expect((await arrive(referer ? { referer } : {})).before).toBeNull();
  });
});

describe('the time in a URL', () => {
  const timeIn = async (time: string) => (await readAddress(Promise.resolve({ time }))).time;

  test.each(['1970-01-01T00:00:00.000Z', '2199-12-31T23:59:59.999Z'])('%s', async (time) => {
    expect(await timeIn(time)).toBe(time);
  });

  test.each([
    '0000-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '2200-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '2026-13-01T00:00:00.000Z',
    '2026-03-03T15:00:00Z',
  ])('is ignored if it is invalid: %s', async (time) => {
    expect(await timeIn(time)).toBeNull();
  });
});

test('every choice that goes into an address is read back from it', () => {
  const chosen = {
    stId: '0198f0a0-0000-7000-8000-000000000000',
    date: '2026-03-03',
    time: '2026-03-03T15:00:00.000Z',
    month: '2026-03',
    thisWeek: true,
    later: true,
    from: '/settings?a=1&b=2',
  };
  const href = wizardHref('/book', chosen);
  const { searchParams } = new URL(href, SITE);
  expect(parseWizardAddress(searchParams)).toEqual(chosen);
  expect(href).toBe(
    `/book?st=${chosen.stId}&from=%2Fsettings%3Fa%3D1%26b%3D2&date=2026-03-03` +
      '&time=2026-03-03T15:00:00.000Z&month=2026-03&show=week&later=done',
  );
});
