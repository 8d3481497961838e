import { env } from '@/lib/env';
import { logError } from '@/lib/log';
import { normalizeIncomingRequests } from './normalize-request';
import { shutDownGracefully } from './shutdown';

/** Ends the process when its environment is incomplete or unsafe: Next would stay up and answer 500. */
export function startServer(): void {
  try {
    env();
  } catch (error) {
    logError('start', error);
    process.exit(1);
  }
  normalizeIncomingRequests();
  shutDownGracefully();
}
