import { runsWithoutEngine } from '@/prisma/engine-commands';

const CLI = ['/usr/bin/node', '/app/node_modules/prisma/build/index.js'];

test.each([
  ['generate'],
  ['studio --url postgresql://localhost/peerloop --port 5555'],
  ['validate'],
  ['format'],
  ['--no-hints generate'],
])('prisma %s never runs the engine', (line) => {
  expect(runsWithoutEngine([...CLI, ...line.split(' ')])).toBe(true);
});

test.each([
  ['migrate deploy'],
  ['migrate dev --name generate'],
  ['migrate status'],
  ['db push'],
  ['version'],
  ['--version'],
])('prisma %s has the engine it needs', (line) => {
  expect(runsWithoutEngine([...CLI, ...line.split(' ')])).toBe(false);
});

test('prisma without a command gets no engine', () => {
  expect(runsWithoutEngine(CLI)).toBe(false);
});
