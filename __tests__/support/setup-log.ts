import { captureLog, expectNothingLogged } from './log';

// A test fails if it logs or prints an error.
beforeAll(captureLog);
beforeEach(captureLog);
afterEach(expectNothingLogged);
afterAll(expectNothingLogged);
