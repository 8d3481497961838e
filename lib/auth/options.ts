import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { findUserByEmail } from '@/lib/users/queries';

/** Sign-in by address alone, for trying the product. Present only when DEMO_SIGN_IN is true. */
function demoProvider() {
  return CredentialsProvider({
    id: 'demo',
    name: 'Demo',
    credentials: { email: { label: 'Email', type: 'email' } },
    authorize: async (credentials) => {
      const user = await findUserByEmail(db(), credentials?.email ?? '');
      return user && { id: user.id, name: user.name, email: user.email };
    },
  });
}

/** next-auth's options, made from the environment of this process. */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET, DEMO_SIGN_IN } = env();
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt' },
    pages: { signIn: '/login', error: '/login' },
    providers: DEMO_SIGN_IN ? [demoProvider()] : [],
    callbacks: {
      session: ({ session, token }) => ({ ...session, userId: token.sub }),
    },
  };
}
