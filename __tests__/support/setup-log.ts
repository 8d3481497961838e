import { captureLog, expectNothingLogged } from './log';

// What is logged as an error, or printed as one, is a defect: the test in which it happens fails.
beforeAll(captureLog);
beforeEach(captureLog);
afterEach(expectNothingLogged);
afterAll(expectNothingLogged);
