import { NO_ROUTER_STATES, ROUTER_STATES } from '@/__tests__/support/router-states';
import { clientInForwardedFor } from '@/lib/http/client-address';
import { normalizeRequest } from '@/lib/http/server/normalize-request';

interface Fields {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
}

function incoming({ method = 'GET', url = '/', headers = {} }: Fields) {
  const request = { method, url, headers, socket: { remoteAddress: '192.0.2.9' } };
  normalizeRequest(request);
  return request;
}

test.each([
  ['nothing before it', undefined, '192.0.2.9'],
  [
    'what proxies, or the client, wrote',
    '198.51.100.1, 10.0.0.1',
    '198.51.100.1, 10.0.0.1, 192.0.2.9',
  ],
])('the connection’s own address ends the list, with %s', (_what, forwarded, expected) => {
  const { headers } = incoming(
    forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } },
  );
  expect(headers).toEqual({ 'x-forwarded-for': expected });
});

test.each([
  [0, '192.0.2.9', 'nothing but the connection'],
  [1, '10.0.0.1', 'what the one proxy wrote'],
  [2, '198.51.100.1', 'what the first of two proxies wrote'],
  [3, 'forged', 'and no more'],
  [9, 'forged', 'the first there is, where there are fewer than were promised'],
])('of a list, behind %i proxies, %s is believed: %s', (proxies, expected) => {
  expect(clientInForwardedFor('forged, 198.51.100.1, 10.0.0.1, 192.0.2.9', proxies)).toBe(expected);
});

test.each([
  ['GET', 'GET'],
  ['DELETE', 'DELETE'],
  ['TRACE', 'PATCH'],
  ['PROPFIND', 'PATCH'],
  ['get', 'PATCH'],
])('%s is passed on as %s', (method, expected) => {
  expect(incoming({ method }).method).toBe(expected);
});

test.each([
  ['/api/courses/%C3%A9?x=%', '/api/courses/%C3%A9?x=%'],
  ['/api/courses/%E0%A4%A?x=%&y=?', '/api/courses/%25E0%25A4%25A?x=%&y=?'],
  ['/%', '/%25'],
  ['/', '/'],
  ['*', '/'],
  ['*?x', '/'],
  ['**', '/'],
  ['*/dashboard', '/'],
])('%s is asked for as %s', (url, expected) => {
  expect(incoming({ url }).url).toBe(expected);
});

const stateAfter = (value: string) =>
  incoming({ headers: { 'next-router-state-tree': value } }).headers['next-router-state-tree'];

test.each(ROUTER_STATES)('a router state that Next can parse is kept: %s', (value) => {
  expect(stateAfter(value)).toBe(value);
});

test.each(NO_ROUTER_STATES)('one that it cannot parse is dropped: %j', (value) => {
  expect(stateAfter(value)).toBeUndefined();
});

test.each([
  ['POST', '/login', 1_048_577, 'GET'],
  ['PUT', '/_next/x', 10_000_000, 'GET'],
  ['POST', '/login', 1_048_576, 'POST'],
  ['POST', '/apiary', 1_048_577, 'GET'],
  ['POST', '/api', 1_048_577, 'POST'],
  ['POST', '/api?x', 1_048_577, 'POST'],
  ['POST', '/api/sessions', 1_048_577, 'POST'],
])('%s %s with a body of %i bytes is passed on as %s', (method, url, bytes, expected) => {
  const headers = { 'content-length': `${bytes}` };
  expect(incoming({ method, url, headers }).method).toBe(expected);
});
