import { env } from './env';
import { prepareIncomingRequests } from './incoming';
import { logError } from './log';

/** Ends the process when its environment is incomplete or unsafe: Next would stay up and answer 500. */
export function startServer(): void {
  try {
    env();
  } catch (error) {
    logError('start', error);
    process.exit(1);
  }
  prepareIncomingRequests();
}
