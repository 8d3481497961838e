import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Prints the slowest test files of a Jest report, and the time of each project. */
const SHOWN = 15;
const TESTS = '__tests__';
const [path = ''] = process.argv.slice(2);

const { testResults } = existsSync(path)
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { testResults: [] };

const files = testResults.map(({ name, startTime, endTime, assertionResults }) => ({
  name: relative(TESTS, name),
  project: relative(TESTS, name).split('/')[0],
  ms: endTime - startTime,
  tests: assertionResults.length,
}));

const seconds = (ms) => `${(ms / 1_000).toFixed(1).padStart(7)} s`;
const sum = (list, key) => list.reduce((total, item) => total + item[key], 0);

console.log(`The slowest of ${files.length} test files:`);
for (const { name, ms } of files.sort((a, b) => b.ms - a.ms).slice(0, SHOWN)) {
  console.log(`${seconds(ms)}  ${name}`);
}
console.log('All files of a project, one after another:');
for (const project of new Set(files.map((file) => file.project))) {
  const own = files.filter((file) => file.project === project);
  const counts = `${own.length} files, ${sum(own, 'tests')} tests`;
  console.log(`${seconds(sum(own, 'ms'))}  ${project}: ${counts}`);
}
