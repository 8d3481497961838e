import type { ReactNode } from 'react';
import { Layout } from './layout';
import { type Hour, When } from './when';
import { Action, TextLink, Words } from './words';

/** What every email about a session shows, in the reader's time zone. */
export interface SessionMailProps {
  recipientName: string;
  recipientTeaches: boolean;
  /** The ST for a student, and the student for an ST. */
  otherName: string;
  courseTitle: string;
  when: Hour;
  /** Null if the other person has not chosen a time zone. */
  otherWhen: Hour | 'same' | null;
  /** From the student to the ST. */
  note: string | null;
  sessionUrl: string;
  /** Null if the reader has chosen a time zone. */
  settingsUrl: string | null;
}

interface FrameProps {
  mail: SessionMailProps;
  title: string;
  opening: ReactNode;
  /** Why the reader receives this email; by default, because they are part of the session. */
  reason?: string;
  children?: ReactNode;
}

/** The layout of every email about a session, except a cancellation. */
export function SessionMail({
  mail,
  title,
  opening,
  reason = "You're receiving this email because you are part of this session on PeerLoop.",
  children,
}: FrameProps) {
  const { when, otherWhen, otherName } = mail;
  return (
    <Layout preview={`${when.day}, ${when.time}, ${when.zone}`} title={title} reason={reason}>
      <Words>Hello {mail.recipientName},</Words>
      <Words>{opening}</Words>
      <When when={when} otherName={otherName} otherWhen={otherWhen} />
      {children}
      <NoteToSt mail={mail} />
      <ZoneHint settingsUrl={mail.settingsUrl} />
      <Action href={mail.sessionUrl}>Open the session</Action>
    </Layout>
  );
}

function NoteToSt({ mail: { note, recipientTeaches, otherName } }: { mail: SessionMailProps }) {
  if (!note) return null;
  return (
    <Words>
      {recipientTeaches ? `${otherName} wrote:` : 'You wrote:'}
      {note.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other key.
        <span key={index}>
          <br />
          {line}
        </span>
      ))}
    </Words>
  );
}

/** A reader without a time zone gets UTC, and must know that it is not their local time. */
export function ZoneHint({ settingsUrl }: { settingsUrl: string | null }) {
  if (!settingsUrl) return null;
  return (
    <Words>
      Times are in UTC because you haven't chosen a time zone yet.{' '}
      <TextLink href={settingsUrl}>Choose your time zone</TextLink>.
    </Words>
  );
}
