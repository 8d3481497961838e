import { tableOf } from '@/scripts/doctor/table';

test('a table lists each problem with its count, first ids and advice', () => {
  const advice = 'Set the status to expired. The next booking of either person does it by itself.';
  const table = tableOf([
    { what: 'Holds that ran out', count: 12, ids: ['id-1', 'id-2', 'id-3'], advice },
    { what: 'Failed notifications', count: 0, ids: [], advice: 'Read last_error.' },
  ]);
  expect(table.split('\n')).toEqual([
    'Problem               Count  First ids  What to do',
    '────────────────────  ─────  ─────────  ────────────────────────────────────────────────────────────',
    'Holds that ran out    12     id-1       Set the status to expired. The next booking of either person',
    '                             id-2       does it by itself.',
    '                             id-3',
    'Failed notifications  0',
  ]);
});
