import {
  type Choices,
  choicesIn,
  eventsOfLoad,
  pageView,
  seenHref,
  type WizardPlace,
} from '@/lib/analytics/wizard-events';

const DATE = '2026-03-03';
const TIME = '2026-03-03T15:00:00.000Z';

function placeOf(choices: Partial<WizardPlace> = {}): WizardPlace {
  return {
    courseId: 'knots',
    preselectedStId: null,
    stId: null,
    date: null,
    time: null,
    ...choices,
  };
}

const stSelected = { name: 'st_selected', data: { st_id: 'maya' } };
const dateSelected = { name: 'date_selected', data: { date: DATE } };
const timeSelected = { name: 'time_selected', data: { time: TIME, st_id: 'maya' } };

test.each([
  [null, false],
  ['maya', true],
])('a wizard is opened, its ST preselected: %s', (preselectedStId, st_preselected) => {
  expect(pageView(placeOf({ preselectedStId }))).toEqual({
    name: 'page_view',
    data: { course_id: 'knots', st_preselected },
  });
});

describe('choicesIn', () => {
  test.each<[string, Partial<WizardPlace>, object[]]>([
    ['nothing yet', {}, []],
    ['an ST', { stId: 'maya' }, [stSelected]],
    ['a date', { stId: 'maya', date: DATE }, [stSelected, dateSelected]],
    ['a time', { stId: 'maya', date: DATE, time: TIME }, [stSelected, dateSelected, timeSelected]],
    ['a time without an ST', { time: TIME }, []],
    [
      'a time with the ST of the path, who was not chosen',
      { preselectedStId: 'maya', date: DATE, time: TIME },
      [dateSelected, timeSelected],
    ],
    [
      'an ST beside the one of the path, who does not count',
      { preselectedStId: 'maya', stId: 'jonas', date: DATE, time: TIME },
      [dateSelected, timeSelected],
    ],
  ])('%s', (_what, place, events) => {
    expect(choicesIn(placeOf(place))).toEqual(events);
  });
});

describe('eventsOfLoad', () => {
  const NOTHING = { stId: null, date: null, time: null };
  const ST = { ...NOTHING, stId: 'maya' };
  const DAY = { ...ST, date: DATE };
  const SLOT = { ...DAY, time: TIME };

  test.each<[string, Partial<WizardPlace>, Choices | null, string[]]>([
    ['a first look', NOTHING, null, ['page_view']],
    ['a shared link', DAY, null, ['page_view', 'date_selected']],
    ['an ST of the path', { preselectedStId: 'maya' }, null, ['page_view']],
    ['an ST', ST, NOTHING, ['st_selected']],
    ['a date', DAY, ST, ['date_selected']],
    ['a time', SLOT, DAY, ['time_selected']],
    ['another date', { ...DAY, date: '2026-03-04' }, DAY, ['date_selected']],
    ['another month, or this week only', DAY, DAY, []],
    ['a form that was refused', SLOT, SLOT, []],
    ['back at the times', DAY, SLOT, []],
    ['back at the STs', NOTHING, ST, []],
    [
      'another time with another ST',
      { ...SLOT, stId: 'jonas', date: '2026-03-04' },
      SLOT,
      ['st_selected', 'date_selected', 'time_selected'],
    ],
  ])('%s', (_what, place, before, names) => {
    expect(eventsOfLoad(placeOf(place), before).map(({ name }) => name)).toEqual(names);
  });
});

test('the URL of the image contains the event', () => {
  const href = seenHref('knots', 'event-1', { name: 'date_selected', data: { date: DATE } });
  const { pathname, searchParams } = new URL(href, 'http://localhost');
  expect(pathname).toBe('/api/analytics/seen');
  expect(JSON.parse(searchParams.get('event') ?? '')).toEqual({
    ...dateSelected,
    id: 'event-1',
    course_id: 'knots',
    ms_ago: 0,
  });
});
