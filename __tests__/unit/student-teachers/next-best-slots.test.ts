import { nextBestSlots, type OfferingSt } from '@/lib/student-teachers/next-best-slots';

const HOUR = 3_600_000;

function st(id: string, hours: number[]): OfferingSt {
  return {
    id,
    user: { id: `user of ${id}`, name: id, avatarUrl: null, timezone: null },
    studentsTaught: 0,
    rating: null,
    rules: {
      sessionMinutes: 60,
      bufferMinutes: 0,
      slotStepMinutes: 60,
      minNoticeHours: 0,
      bookingHorizonDays: 1,
    },
    starts: hours.map((hour) => hour * HOUR),
  };
}

function offered(sts: OfferingSt[], stId: string, hour: number): string[] {
  return nextBestSlots(sts, { stId, start: hour * HOUR }).map(
    (slot) => `${slot.st.id} ${slot.start / HOUR}`,
  );
}

test('the three nearest times with the same ST come first, in order of time', () => {
  expect(offered([st('Maya', [1, 8, 11, 12, 20])], 'Maya', 10)).toEqual([
    'Maya 8',
    'Maya 11',
    'Maya 12',
  ]);
});

test('the same time with two others follows', () => {
  const sts = [
    st('Maya', [9]),
    st('Jonas', [10]),
    st('Anjali', [9]),
    st('Aroha', [10]),
    st('Daniel', [10]),
  ];
  expect(offered(sts, 'Maya', 10)).toEqual(['Maya 9', 'Jonas 10', 'Aroha 10']);
});

test('an ST who is no longer listed is replaced by others', () => {
  expect(offered([st('Jonas', [10])], 'Maya', 10)).toEqual(['Jonas 10']);
});

test('if nobody is free then, the nearest time of each of two other STs', () => {
  const sts = [st('Jonas', [2, 7]), st('Anjali', []), st('Aroha', [9, 30]), st('Daniel', [40])];
  expect(offered(sts, 'Maya', 10)).toEqual(['Aroha 9', 'Jonas 7']);
});

test('without free times nothing is offered', () => {
  expect(offered([], 'Maya', 10)).toEqual([]);
  expect(offered([st('Maya', []), st('Jonas', [11])], 'Maya', 10)).toEqual([]);
});
