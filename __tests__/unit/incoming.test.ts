import { clientInForwardedFor } from '@/lib/http/client-address';
import { normalizeRequest } from '@/lib/http/normalize-request';

function incoming(fields: { method?: string; url?: string; forwarded?: string }) {
  const { method = 'GET', url = '/', forwarded } = fields;
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
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
  const { headers } = incoming(forwarded === undefined ? {} : { forwarded });
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
