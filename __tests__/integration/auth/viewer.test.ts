import { NextRequest } from 'next/server';
import { encode, type JWT } from 'next-auth/jwt';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { inRequest } from '@/__tests__/support/request-scope';
import { readViewer, requireViewer } from '@/lib/auth/viewer';

jest.mock('next/headers', () => jest.requireActual('@/__tests__/support/request-scope'));

beforeEach(truncate);

const secret = process.env.NEXTAUTH_SECRET ?? '';

/** A page that is opened with this sign-in cookie. */
function opened(cookie: string): NextRequest {
  const headers = { cookie: `next-auth.session-token=${cookie}`, 'x-requested-path': '/settings' };
  return new NextRequest('http://localhost:3000/settings', { headers });
}

async function withToken(token: JWT, as = secret): Promise<NextRequest> {
  return opened(await encode({ secret: as, token }));
}

test('the viewer is identified by the id in the token', async () => {
  const { id, name } = await createUser();
  expect(await inRequest(await withToken({ sub: id }), readViewer)).toMatchObject({ id, name });
});

test.each([
  ['with an unknown id', { sub: 'admin' }],
  ['whose id has a NUL', { sub: '\0' }],
  ['without an id', {}],
  ['of a deleted user', { sub: '01a202fd-5bd6-7ea1-ba41-04f9d78f590c' }],
])('on a page, a token that we signed %s is ignored', async (_, token) => {
  const page = await withToken(token);
  expect(await inRequest(page, readViewer)).toBeNull();
  const left = await inRequest(page, requireViewer).catch((error: unknown) => error);
  expect(left).toMatchObject({ digest: expect.stringContaining('/login?next=%2Fsettings') });
});

test('a token that we did not sign is ignored, without an error', async () => {
  const { id } = await createUser();
  const forged = await withToken({ sub: id }, 'a secret of somebody else, long enough');
  for (const page of [forged, opened('eyJhbGciOiJub25lIn0..'), opened('')]) {
    expect(await inRequest(page, readViewer)).toBeNull();
  }
});
