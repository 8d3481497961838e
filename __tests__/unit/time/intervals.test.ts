import { mergeIntervals, subtractIntervals } from '@/lib/time/intervals';

const spans = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));

describe('mergeIntervals', () => {
  test.each([
    ['nothing', [], []],
    ['what touches becomes one', spans([0, 5], [5, 9]), spans([0, 9])],
    ['what is a millisecond apart stays apart', spans([0, 4], [5, 9]), spans([0, 4], [5, 9])],
    ['any order', spans([7, 9], [0, 2], [1, 3]), spans([0, 3], [7, 9])],
    ['one inside another', spans([0, 9], [2, 3], [8, 9]), spans([0, 9])],
    ['empty and reversed ones are nothing', spans([3, 3], [9, 2]), []],
    ['an empty one does not bridge', spans([0, 2], [3, 3], [4, 5]), spans([0, 2], [4, 5])],
  ])('%s', (_name, given, expected) => {
    expect(mergeIntervals(given)).toEqual(expected);
  });
});

describe('subtractIntervals', () => {
  test.each([
    ['nothing removed', spans([0, 9]), [], spans([0, 9])],
    ['from nothing', [], spans([0, 9]), []],
    ['the middle', spans([0, 9]), spans([3, 5]), spans([0, 3], [5, 9])],
    ['the start', spans([2, 9]), spans([0, 5]), spans([5, 9])],
    ['the end', spans([2, 9]), spans([5, 12]), spans([2, 5])],
    ['all', spans([2, 9]), spans([2, 9]), []],
    ['what only touches removes nothing', spans([2, 9]), spans([0, 2], [9, 12]), spans([2, 9])],
    ['one cut through two', spans([0, 4], [6, 9]), spans([3, 7]), spans([0, 3], [7, 9])],
    ['two cuts through one', spans([0, 9]), spans([5, 6], [1, 2]), spans([0, 1], [2, 5], [6, 9])],
    ['overlapping cuts', spans([0, 9]), spans([1, 5], [2, 3]), spans([0, 1], [5, 9])],
    ['a cut that ends with one', spans([0, 4], [5, 9]), spans([2, 4]), spans([0, 2], [5, 9])],
    ['what touches is one first', spans([0, 5], [5, 9]), spans([6, 7]), spans([0, 6], [7, 9])],
    ['an empty cut', spans([0, 9]), spans([4, 4]), spans([0, 9])],
  ])('%s', (_name, given, removed, expected) => {
    expect(subtractIntervals(given, removed)).toEqual(expected);
  });
});
