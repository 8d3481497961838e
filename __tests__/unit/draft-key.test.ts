import { draftKey } from '@/lib/booking/draft-key';

it('differs for each student and each course', () => {
  const keys = ['v-1', 'v-2'].flatMap((viewerId) =>
    ['c-1', 'c-2'].map((courseId) => draftKey({ viewerId, courseId })),
  );
  expect(new Set(keys).size).toBe(4);
});
