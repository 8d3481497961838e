import { NextRequest } from 'next/server';
import { proxy } from '@/proxy';

const SITE = 'http://localhost:3000';

test('the proxy adds the headers where the server has not', async () => {
  const { headers } = await proxy(new NextRequest(`${SITE}/dashboard?page=2`));
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("script-src 'nonce-");
  expect(headers.get('x-middleware-request-content-security-policy')).toBe(policy);
  expect(headers.get('x-middleware-request-x-requested-path')).toBe('/dashboard?page=2');
});

test('the proxy keeps the headers that the server has added', async () => {
  const policy = "script-src 'nonce-1'";
  const { headers } = await proxy(
    new NextRequest(`${SITE}/dashboard`, { headers: { 'content-security-policy': policy } }),
  );
  expect(headers.get('x-middleware-next')).toBe('1');
  expect(headers.get('content-security-policy')).toBeNull();
});
