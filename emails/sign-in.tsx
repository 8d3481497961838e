import { Layout } from './_parts/layout';
import { Action, Words } from './_parts/words';

interface SignInProps {
  recipientName: string;
  linkUrl: string;
  /** `14:10 Berlin time (GMT+1)` */
  expires: string;
}

/** Sent to a person with an account who requested a sign-in link. */
export default function SignIn({ recipientName, linkUrl, expires }: SignInProps) {
  return (
    <Layout
      preview={`This link works once and expires at ${expires}.`}
      title="Sign in to PeerLoop"
      reason="You're receiving this email because someone requested a sign-in link for this address. If it wasn't you, ignore this email. Nobody can sign in without this link."
    >
      <Words>Hello {recipientName},</Words>
      <Words>Use this link to sign in. It works once and expires at {expires}.</Words>
      <Action href={linkUrl}>Sign in</Action>
    </Layout>
  );
}

SignIn.PreviewProps = {
  recipientName: 'Maya Thompson',
  linkUrl: 'http://localhost:3000/login?link=kJ3x0bQb2l6zT1d8sV4mW9pR7cY5fH0aE2gN6uL1oXw',
  expires: '16:10 New York time (GMT-4)',
} satisfies SignInProps;
