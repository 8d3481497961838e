import type { ReactNode } from 'react';
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email';
import { FONT, LIGHT, STYLE_SHEET } from './theme';

interface LayoutProps {
  /** The preview text that an email client shows next to the subject. */
  preview: string;
  title: string;
  children: ReactNode;
  /** Why the reader receives this email. */
  reason: ReactNode;
}

export function Layout({ preview, title, children, reason }: LayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{STYLE_SHEET}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="surface" style={{ margin: 0, backgroundColor: LIGHT.surface }}>
        <Container className="page" style={{ maxWidth: 560, padding: '32px 16px' }}>
          <Container className="card raised" style={CARD}>
            <Text className="accent" style={WORDMARK}>
              PeerLoop
            </Text>
            <Heading as="h1" className="ink" style={HEADING}>
              {title}
            </Heading>
            {children}
            <Hr className="rule" style={RULE} />
            <Text className="muted" style={SMALL}>
              {reason}
            </Text>
          </Container>
        </Container>
      </Body>
    </Html>
  );
}

const CARD = {
  maxWidth: 560,
  padding: 32,
  border: `1px solid ${LIGHT.line}`,
  borderRadius: 16,
  backgroundColor: LIGHT.raised,
};

const WORDMARK = {
  margin: '0 0 24px',
  color: LIGHT.accent,
  fontFamily: FONT,
  fontSize: 16,
  fontWeight: 650,
  lineHeight: '24px',
};

const HEADING = {
  margin: '0 0 16px',
  color: LIGHT.ink,
  fontFamily: FONT,
  fontSize: 24,
  fontWeight: 650,
  lineHeight: '32px',
};

const RULE = { margin: '32px 0 16px', borderTop: `1px solid ${LIGHT.line}` };

const SMALL = {
  margin: 0,
  color: LIGHT.muted,
  fontFamily: FONT,
  fontSize: 14,
  lineHeight: '20px',
};
