import { OpenLink, SpentLink } from '@/components/auth/open-link';
import { SignIn } from '@/components/auth/sign-in';
import { findOpenSignInLink } from '@/lib/auth/find-open-sign-in-link';
import { SIGN_IN_LINK_MESSAGES } from '@/lib/auth/messages';
import { db } from '@/lib/db/client';
import { openSignInLink } from '../actions/sign-in';

/** Opening this page does not use up the link. */
export async function LinkPage({ link }: { link: string }) {
  const person = await findOpenSignInLink(db(), { token: link, now: new Date() });
  const forms = person ? (
    <OpenLink open={openSignInLink} link={link} person={person} />
  ) : (
    <SpentLink error={SIGN_IN_LINK_MESSAGES.LINK_SPENT} />
  );
  return <SignIn forms={forms} />;
}
