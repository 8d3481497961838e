import { env } from '@/lib/env';
import { logError } from '@/lib/log';
import { addPageHeaders } from './add-page-headers';
import { normalizeIncomingRequests } from './normalize-request';
import { shutDownGracefully } from './shutdown';

/** Exits if the environment is incomplete or unsafe, because Next would keep running and answer 500. */
export function startServer(): void {
  try {
    env();
  } catch (error) {
    logError('start', error);
    process.exit(1);
  }
  normalizeIncomingRequests();
  addPageHeaders();
  shutDownGracefully();
}
