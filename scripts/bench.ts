import { deepStrictEqual } from 'node:assert/strict';
import { Bench } from 'tinybench';
import { answerWorkload, type Workload, workloads } from './bench-workloads';

// Medians of a widely used open-source scheduler; see workloads/README.md.
const REFERENCE_MS: Record<string, number> = { W1: 14, W2: 189, W3: 323 };

/** Checks the result of the first call, and returns its time in milliseconds. */
function timeFirstCall(workload: Workload): number {
  const before = performance.now();
  const answer = answerWorkload(workload);
  const elapsed = performance.now() - before;
  deepStrictEqual(answer, workload.expected, `${workload.name}: wrong result`);
  return elapsed;
}

async function main() {
  const firstCalls = workloads.map(timeFirstCall);
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  for (const workload of workloads) bench.add(workload.name, () => void answerWorkload(workload));
  await bench.run();
  console.table(
    bench.tasks.map(({ name, result }, index) => {
      if (result.state !== 'completed') throw new Error(`${name} did not complete`);
      const median = result.latency.p50;
      const reference = REFERENCE_MS[name] ?? Number.NaN;
      return {
        workload: name,
        'median ms': median.toFixed(3),
        'reference ms': reference,
        'times as fast': Math.round(reference / median),
        'first call ms': firstCalls[index]?.toFixed(2),
      };
    }),
  );
  console.log(
    'All three results are as expected. The first call of W1 also builds the time zone table.',
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
