import { nearestSlots } from '@/lib/time/nearest-slots';

test.each([
  ['both sides, in order of time', [10, 20, 30, 40, 50], 31, 3, [20, 30, 40]],
  ['the target itself', [10, 20, 30], 20, 1, [20]],
  ['the earlier of two equally near', [10, 20], 15, 1, [10]],
  ['before all of them', [10, 20, 30], 0, 2, [10, 20]],
  ['after all of them', [10, 20, 30], 99, 2, [20, 30]],
  ['fewer than requested', [10, 20], 0, 5, [10, 20]],
  ['none requested', [10, 20], 0, 0, []],
  ['fewer than none', [10, 20], 0, -1, []],
  ['none there', [], 0, 3, []],
])('%s', (_name, starts, target, count, expected) => {
  expect(nearestSlots(starts, target, count)).toEqual(expected);
});
