import { contentSecurityPolicy } from '@/lib/http/content-security-policy';

function directives(siteUrl: string): Record<string, string> {
  const entries = contentSecurityPolicy('n0nce', siteUrl)
    .split('; ')
    .map((each) => each.split(/ (.*)/) as [string, string]);
  return Object.fromEntries(entries.map(([name, value = '']) => [name, value]));
}

test('scripts need the nonce, and only images may come from other sites', () => {
  expect(directives('http://localhost:3000')).toEqual({
    'default-src': "'none'",
    'script-src': "'nonce-n0nce' 'strict-dynamic'",
    'style-src': "'self'",
    'img-src': "'self' data: https:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self' https://accounts.google.com",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });
});

test('on an https site, all page resources use https', () => {
  expect(directives('https://peerloop.example')).toHaveProperty('upgrade-insecure-requests');
});
