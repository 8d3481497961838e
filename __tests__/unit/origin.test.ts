import { isSameOrigin } from '@/lib/http/origin';

const SITE = 'https://peerloop.example';

test.each<[boolean, Record<string, string>, string]>([
  [true, {}, 'no browser'],
  [true, { 'sec-fetch-site': 'same-origin' }, 'a page of this site'],
  [true, { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' }, 'at another name'],
  [false, { 'sec-fetch-site': 'cross-site' }, 'a page of another site'],
  [false, { 'sec-fetch-site': 'same-site' }, 'a page of a neighbouring site'],
  [false, { 'sec-fetch-site': 'none' }, 'an address typed in'],
  [true, { origin: SITE }, 'an older browser, from here'],
  [true, { origin: 'https://other.example', host: 'other.example' }, 'our other name'],
  [
    false,
    { origin: 'https://evil.example', host: 'peerloop.example' },
    'an older browser, elsewhere',
  ],
  [false, { origin: 'https://peerloop.example.evil.example' }, 'a name that begins like ours'],
  [
    false,
    { origin: 'http://peerloop.example', host: 'peerloop.example' },
    'ours, but perhaps changed on the way',
  ],
  [false, { origin: 'null' }, 'a page that hides where it is from'],
])('%s for %j: %s', (expected, headers, _who) => {
  expect(isSameOrigin(new Headers(headers), SITE)).toBe(expected);
});
