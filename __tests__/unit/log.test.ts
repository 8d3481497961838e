import { expectLogged, expectNothingLogged } from '@/__tests__/support/log';
import { logError, logInfo } from '@/lib/log';

test('an error that no test expects fails the test', () => {
  logError('mail', new Error('A defect'));
  expect(expectNothingLogged).toThrow('A defect');
});

test('so does what a library prints as a warning or an error', () => {
  console.warn('[library][warn]');
  console.error('[library][error]');
  expect(expectNothingLogged).toThrow(/\[warn\][\s\S]*\[error\]/);
});

test('an error that is expected passes, and only that one', () => {
  logError('mail', new Error('A defect'));
  logError('mail', new Error('Another'));
  expectLogged(/A defect/);
  expect(() => expectLogged(/A defect/)).toThrow('No error was logged that matches /A defect/');
  expectLogged(/Another/);
});

test('an event is no error', () => {
  logInfo('action');
  expect(() => expectLogged(/action/)).toThrow('No error was logged');
});
