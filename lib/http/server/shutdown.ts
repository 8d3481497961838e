import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** 128 + the signal. */
const EXIT_CODES_OF_NEXT = [143, 130];
/** Long enough for a page, a booking, and an email that is being sent. */
const CONNECTIONS_CLOSE_AFTER_MS = 10_000;

// Next bundles the instrumentation separately from the routes, so a module variable would not be shared.
const shared = globalThis as typeof globalThis & { shutdown?: AbortController };

function controller(): AbortController {
  shared.shutdown ??= new AbortController();
  return shared.shutdown;
}

/** Aborted on SIGTERM and SIGINT. After that, finish the current work and start nothing new. */
export function shutdownSignal(): AbortSignal {
  return controller().signal;
}

/**
 * On SIGTERM and SIGINT, Next stops listening and waits for open connections and `after` callbacks.
 * This also aborts the shutdown signal for long loops, and sets the exit code to 0. Connections take no
 * further request, and those that stay open, such as one whose client never sends the rest of its
 * request, are closed after a while.
 */
export function shutDownGracefully(): void {
  const servers = new Set<Server>();
  subscribe('http.server.request.start', (message) => {
    const { server, response } = message as { server: Server; response: ServerResponse };
    servers.add(server);
    if (shutdownSignal().aborted) response.shouldKeepAlive = false;
  });
  for (const signal of SIGNALS) process.once(signal, () => shutDown(servers));
}

function shutDown(servers: ReadonlySet<Server>): void {
  if (shutdownSignal().aborted) return;
  controller().abort();
  const closeConnections = () => {
    for (const server of servers) server.closeAllConnections();
  };
  setTimeout(closeConnections, CONNECTIONS_CLOSE_AFTER_MS).unref();
  process.once('exit', (code) => {
    if (EXIT_CODES_OF_NEXT.includes(code)) process.exitCode = 0;
  });
}
