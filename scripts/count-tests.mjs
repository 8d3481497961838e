import { existsSync, readFileSync } from 'node:fs';

/** Prints the totals of the Jest and Playwright reports. Fails if a report is missing. */
const counts = process.argv.slice(2).map((path) => {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  if (!report.stats) return { passed: report.numPassedTests, failed: failedOfJest(report) };
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
});

/** A suite that fails to start has no failed tests, so it counts as one. */
function failedOfJest({ numFailedTests, numRuntimeErrorTestSuites }) {
  return numFailedTests + numRuntimeErrorTestSuites;
}

const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
