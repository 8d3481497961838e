import { expectLogged, expectNothingLogged } from '@/__tests__/support/log';
import { logError, logInfo } from '@/lib/log';

test('an error that no test expects fails the test', () => {
  logError('mail', new Error('A defect'));
  expect(expectNothingLogged).toThrow('A defect');
});

test('a warning or an error printed by a library fails the test', () => {
  console.warn('[library][warn]');
  console.error('[library][error]');
  expect(expectNothingLogged).toThrow(/\[warn\][\s\S]*\[error\]/);
});

test('only the expected error passes', () => {
  logError('mail', new Error('A defect'));
  logError('mail', new Error('Another'));
  expectLogged(/A defect/);
  expect(() => expectLogged(/A defect/)).toThrow('No error was logged that matches /A defect/');
  expectLogged(/Another/);
});

test('an event is not logged as an error', () => {
  logInfo('action');
  expect(() => expectLogged(/action/)).toThrow('No error was logged');
});
