import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Analytics } from '@/components/analytics/analytics';
import { BATCH_LIMIT, EVENTS_PATH, type WizardPlace } from '@/lib/analytics/wizard-events';

jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('./navigation'),
}));

const MAYA = '0198f0a0-0000-7000-8000-00000000000a';
const JONAS = '0198f0a0-0000-7000-8000-00000000000b';

const PLACE: WizardPlace = {
  courseId: 'knots',
  preselectedStId: null,
  stId: MAYA,
  date: null,
  time: null,
};
const PATH = '/courses/knots/book';
const TIME = '2026-03-03T15:00:00.000Z';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Sent {
  id: string;
  name: string;
  course_id: string;
  ms_ago: number;
  data: object;
}

const sent: Promise<Sent[]>[] = [];
const sendBeacon = jest.fn<boolean, [string, Blob]>();

function read(blob: Blob): Promise<Sent[]> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(JSON.parse(String(reader.result)).events);
    reader.readAsText(blob);
  });
}

/** What has been sent since the last look, batch by batch. */
async function batches(): Promise<Sent[][]> {
  jest.useRealTimers();
  const read = await Promise.all(sent.splice(0));
  jest.useFakeTimers();
  return read;
}

async function namesSent(): Promise<string[][]> {
  return (await batches()).map((batch) => batch.map(({ name }) => name));
}

function show(search: string) {
  window.history.replaceState(null, '', PATH + search);
  return render(
    <StrictMode>
      <Analytics place={PLACE} before={null} />
    </StrictMode>,
  );
}

function choose(search: string) {
  act(() => window.history.pushState(null, '', PATH + search));
}

beforeEach(() => {
  jest.useFakeTimers();
  sendBeacon.mockImplementation((_path, blob) => {
    sent.push(read(blob));
    return true;
  });
  Object.assign(navigator, { sendBeacon });
});

afterEach(async () => {
  sendBeacon.mockReturnValue(true);
  jest.runAllTimers();
  await batches();
  jest.useRealTimers();
});

test('nothing is sent while a person chooses; then all of it at once', async () => {
  show('');
  choose(`?st=${MAYA}`);
  choose(`?st=${MAYA}&date=2026-03-03`);
  jest.advanceTimersByTime(1_000);
  choose(`?st=${MAYA}&date=2026-03-03&time=${TIME}`);
  expect(sendBeacon).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1_000);
  expect(sendBeacon).toHaveBeenCalledWith(EVENTS_PATH, expect.any(Blob));
  const [batch = [], ...more] = await batches();
  expect(more).toEqual([]);
  expect(batch.map(({ name, ms_ago, data }) => ({ name, ms_ago, data }))).toEqual([
    { name: 'page_view', ms_ago: 2_000, data: { course_id: 'knots', st_preselected: false } },
    { name: 'st_selected', ms_ago: 2_000, data: { st_id: MAYA } },
    { name: 'date_selected', ms_ago: 2_000, data: { date: '2026-03-03' } },
    { name: 'time_selected', ms_ago: 1_000, data: { time: TIME, st_id: MAYA } },
  ]);
  expect(new Set(batch.map(({ id }) => id)).size).toBe(4);
  for (const { id, course_id } of batch) {
    expect(id).toMatch(UUID);
    expect(course_id).toBe('knots');
  }
});

test('opening a link to a time is a page view, and no choice; another date is one', async () => {
  show(`?st=${MAYA}&date=2026-03-03&time=${TIME}`);
  choose(`?st=${MAYA}&date=2026-03-03`);
  jest.runAllTimers();
  expect(await namesSent()).toEqual([['page_view']]);
  choose(`?st=${MAYA}&date=2026-03-04`);
  choose(`?st=${JONAS}&date=2026-03-04`);
  jest.runAllTimers();
  expect(await namesSent()).toEqual([['date_selected', 'st_selected']]);
});

test('what is not a choice is not reported: the month, Back, Forward', async () => {
  show(`?st=${MAYA}`);
  choose(`?st=${MAYA}&month=2026-04`);
  choose(`?st=${MAYA}&date=2026-04-03`);
  jest.useRealTimers();
  for (const move of ['back', 'forward'] as const) {
    await act(async () => {
      const moved = new Promise((resolve) => {
        window.addEventListener('popstate', resolve, { once: true });
      });
      window.history[move]();
      await moved;
    });
  }
  jest.useFakeTimers();
  document.dispatchEvent(new Event('visibilitychange'));
  act(() => void window.dispatchEvent(new Event('pagehide')));
  expect(await namesSent()).toEqual([['page_view', 'date_selected']]);
});

test('leaving the page sends what is still queued', async () => {
  show(`?st=${MAYA}`);
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await namesSent()).toEqual([['page_view']]);
  window.dispatchEvent(new Event('pagehide'));
  expect(await namesSent()).toEqual([]);
});

test('what the browser does not take waits for the next time, with the same ids', async () => {
  show(`?st=${MAYA}`);
  sendBeacon.mockReturnValueOnce(false);
  jest.runAllTimers();
  expect(await batches()).toEqual([]);
  choose(`?st=${MAYA}&date=2026-03-03`);
  jest.runAllTimers();
  expect(await namesSent()).toEqual([['page_view', 'date_selected']]);
});

test('many choices go out in batches that the server takes', async () => {
  show(`?st=${MAYA}`);
  for (let day = 0; day < BATCH_LIMIT; day += 1) {
    choose(`?st=${MAYA}&date=2026-0${3 + Math.floor(day / 20)}-${10 + (day % 20)}`);
  }
  window.dispatchEvent(new Event('pagehide'));
  expect((await batches()).map((batch) => batch.length)).toEqual([BATCH_LIMIT, 1]);
});

test('without JavaScript, images tell what the page can see', () => {
  const place = { ...PLACE, date: '2026-03-03' };
  const page = renderToStaticMarkup(<Analytics place={place} before={PLACE} />);
  expect(page).toMatch(
    /^<noscript><img src="\/api\/analytics\/seen\?event=[^"]+" alt="" .*\/><\/noscript>$/,
  );
});
