import type { ReactNode } from 'react';
import { Button, Link, Text } from 'react-email';
import { FONT, LIGHT } from './theme';

export function Words({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ ...TEXT, margin: '0 0 16px' }}>
      {children}
    </Text>
  );
}

/** The email's main link. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button className="button" href={href} style={BUTTON}>
      {children}
    </Button>
  );
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="accent" href={href} style={{ color: LIGHT.accent }}>
      {children}
    </Link>
  );
}

const TEXT = { color: LIGHT.ink, fontFamily: FONT, fontSize: 16, lineHeight: '24px' };

const BUTTON = {
  padding: '12px 24px',
  borderRadius: 10,
  backgroundColor: LIGHT.accent,
  color: LIGHT.onAccent,
  fontFamily: FONT,
  fontSize: 16,
  fontWeight: 600,
  lineHeight: '24px',
};
