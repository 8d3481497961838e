import { deepStrictEqual } from 'node:assert/strict';
import { Bench } from 'tinybench';
import { answerWorkload, type Workload, workloads } from './bench-workloads';

// What a widely used open-source scheduler takes; see workloads/README.md.
const REFERENCE_MS: Record<string, number> = { W1: 14, W2: 189, W3: 323 };

/** The milliseconds of the first call, whose answer is also checked. */
function timeFirstCall(workload: Workload): number {
  const before = performance.now();
  const answer = answerWorkload(workload);
  const elapsed = performance.now() - before;
  deepStrictEqual(answer, workload.expected, `${workload.name} is answered wrongly`);
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
    'All three answers equal the expected ones. The first call of W1 builds the zone table.',
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
