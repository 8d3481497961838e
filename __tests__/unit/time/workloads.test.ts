import { answerWorkload, workloads } from '@/scripts/bench-workloads';

test.each(workloads)('$name has exactly the expected result', (workload) => {
  expect(workload.expected.length).toBeGreaterThan(0);
  expect(answerWorkload(workload)).toEqual(workload.expected);
});
