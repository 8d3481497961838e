import { Layout } from './_parts/layout';
import { Action, Words } from './_parts/words';

interface SignInProps {
  recipientName: string;
  linkUrl: string;
  /** `14:10, Berlin time (GMT+1)` */
  expires: string;
}

/** To somebody with an account who asked for a link to sign in with. */
export default function SignIn({ recipientName, linkUrl, expires }: SignInProps) {
  return (
    <Layout
      preview={`The link works once, until ${expires}.`}
      title="Sign in to PeerLoop"
      reason="You get this because somebody asked for a link with your address. If it was not you, do nothing: without this link nobody gets in."
    >
      <Words>Hello {recipientName},</Words>
      <Words>
        This link signs you in. It works once, until {expires}, on the device you open it on.
      </Words>
      <Action href={linkUrl}>Sign in</Action>
    </Layout>
  );
}

SignIn.PreviewProps = {
  recipientName: 'Maya Thompson',
  linkUrl: 'http://localhost:3000/login?link=kJ3x0bQb2l6zT1d8sV4mW9pR7cY5fH0aE2gN6uL1oXw',
  expires: '16:10, New York time (GMT-4)',
} satisfies SignInProps;
