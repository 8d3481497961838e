import { SignIn } from '@/components/auth/sign-in';
import { SignInWithLink, SpentLink } from '@/components/auth/sign-in-with-link';
import { findSignInLink } from '@/lib/auth/find-sign-in-link';
import { SIGN_IN_LINK_MESSAGES } from '@/lib/auth/messages';
import { db } from '@/lib/db/client';
import { signInWithLink } from '../actions/sign-in';

/** Opening this page does not use up the link. */
export async function LinkPage({ link }: { link: string }) {
  const person = await findSignInLink(db(), { token: link, now: new Date() });
  const forms = person ? (
    <SignInWithLink signIn={signInWithLink} link={link} person={person} />
  ) : (
    <SpentLink error={SIGN_IN_LINK_MESSAGES.LINK_SPENT} />
  );
  return <SignIn forms={forms} />;
}
