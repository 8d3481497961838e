import { composeTermination, describeHolders } from '@/prisma/migrate/lock-holders';

const HOLDER = { pid: 42, application: 'report', role: 'analyst', seconds: 1 };
const HIDDEN = { application: null, role: null, seconds: null };

test.each([
  [[], 'another transaction'],
  [[HOLDER], 'process 42 (report, role analyst, for 1 second)'],
  [[{ ...HOLDER, seconds: 119 }], 'process 42 (report, role analyst, for 119 seconds)'],
  [[{ ...HOLDER, seconds: 120 }], 'process 42 (report, role analyst, for 2 minutes)'],
  [[{ ...HOLDER, seconds: 7_199 }], 'process 42 (report, role analyst, for 119 minutes)'],
  [[{ ...HOLDER, seconds: 7_200 }], 'process 42 (report, role analyst, for 2 hours)'],
  [[{ ...HIDDEN, pid: 7 }], 'process 7 (of another role)'],
  [[{ ...HIDDEN, pid: 0 }], 'a prepared transaction (see pg_prepared_xacts)'],
  [
    [HOLDER, { ...HIDDEN, pid: 7, role: 'ops' }],
    'process 42 (report, role analyst, for 1 second) and process 7 (role ops)',
  ],
])('describes the holders %j', (holders, words) => {
  expect(describeHolders(holders)).toBe(words);
});

test('the statement that ends the lock holders leaves out those without a process', () => {
  const holders = [HOLDER, { ...HIDDEN, pid: 0 }, { ...HOLDER, pid: 7 }];
  expect(composeTermination(holders)).toBe(
    'SELECT pg_terminate_backend(42), pg_terminate_backend(7)',
  );
});
