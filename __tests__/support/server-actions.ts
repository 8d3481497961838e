import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { inRequest } from './request-scope';

/** Calls a server action as a signed-in user. Needs `next/headers` to be mocked. */
export async function actAs<Value>(
  { id }: { id: string },
  act: () => Promise<Value>,
): Promise<Value> {
  const token = await encode({ secret: process.env.NEXTAUTH_SECRET ?? '', token: { sub: id } });
  const headers = { cookie: `next-auth.session-token=${token}` };
  return inRequest(new NextRequest('http://localhost:3000/', { method: 'POST', headers }), act);
}
