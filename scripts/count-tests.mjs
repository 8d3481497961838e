import { existsSync, readFileSync } from 'node:fs';

/** Adds up the reports of Jest and Playwright and prints one line. A missing report is a failure. */
const counts = process.argv.slice(2).map((path) => {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  if (!report.stats) return { passed: report.numPassedTests, failed: failedOfJest(report) };
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
});

/** A suite that does not even start has no tests that could fail. */
function failedOfJest({ numFailedTests, numRuntimeErrorTestSuites }) {
  return numFailedTests + numRuntimeErrorTestSuites;
}

const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
