import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * From now on, adds to the `X-Forwarded-For` of each request of this process the address that its
 * connection comes from, as a proxy would. Next passes on no more of a connection than its headers,
 * and a header alone is whatever the client wrote.
 */
export function recordConnectionAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const said = request.headers['x-forwarded-for'];
    const address = request.socket.remoteAddress ?? '';
    request.headers['x-forwarded-for'] = said ? `${said}, ${address}` : address;
  });
}
