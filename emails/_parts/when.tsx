import { Section, Text } from 'react-email';
import { FONT, LIGHT } from './theme';

/** A session's time in one person's time zone, formatted. */
export interface Hour {
  /** `Tuesday 3 March 2026` */
  day: string;
  /** `14:00–15:00` */
  time: string;
  /** `Berlin time (GMT+1)` */
  zone: string;
}

interface WhenProps {
  when: Hour;
  otherName: string;
  /** Null if the other person has not chosen a time zone. */
  otherWhen: Hour | 'same' | null;
  /** True if the session no longer takes place at this time. */
  crossedOut?: boolean;
}

/** The session's time in the reader's zone, then in the other person's. */
export function When({ when, otherName, otherWhen, crossedOut = false }: WhenProps) {
  const textDecoration = crossedOut ? 'line-through' : 'none';
  return (
    <Section className="panel" style={PANEL}>
      <Text className="ink" style={{ ...HOUR, textDecoration }}>
        {when.day}, {when.time}
      </Text>
      <Text className="ink" style={ZONE}>
        {when.zone}
      </Text>
      {otherWhen === null ? null : (
        <Text className="muted" style={OTHER}>
          {otherWhen === 'same'
            ? `Same time for ${otherName}`
            : `For ${otherName}: ${otherWhen.day}, ${otherWhen.time}, ${otherWhen.zone}`}
        </Text>
      )}
    </Section>
  );
}

const PANEL = {
  margin: '0 0 24px',
  padding: '16px 20px',
  borderLeft: `4px solid ${LIGHT.accent}`,
  borderRadius: 10,
  backgroundColor: LIGHT.accentSoft,
};

const HOUR = {
  margin: 0,
  color: LIGHT.ink,
  fontFamily: FONT,
  fontSize: 20,
  fontWeight: 650,
  lineHeight: '28px',
};

const ZONE = {
  margin: 0,
  color: LIGHT.ink,
  fontFamily: FONT,
  fontSize: 16,
  lineHeight: '24px',
};

const OTHER = {
  margin: '8px 0 0',
  color: LIGHT.muted,
  fontFamily: FONT,
  fontSize: 14,
  lineHeight: '20px',
};
