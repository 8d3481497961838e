import type { ReactNode } from 'react';
import { Layout } from './layout';
import { type Hour, When } from './when';
import { Action, TextLink, Words } from './words';

/** What every mail about a session says, in its reader's words and zone. */
export interface SessionMailProps {
  recipientName: string;
  recipientTeaches: boolean;
  /** The other one of the two. */
  otherName: string;
  courseTitle: string;
  when: Hour;
  /** Null where their clock is not known. */
  otherWhen: Hour | 'same' | null;
  /** From the student to the ST. */
  note: string | null;
  sessionUrl: string;
  /** Where a reader who has not chosen a zone yet can do so. */
  settingsUrl: string | null;
}

interface FrameProps {
  mail: SessionMailProps;
  title: string;
  opening: ReactNode;
  reason: string;
  children?: ReactNode;
}

/** The common shape of a mail about a session that stands. */
export function SessionMail({ mail, title, opening, reason, children }: FrameProps) {
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
      {recipientTeaches ? `${otherName} wrote to you:` : 'You wrote:'}
      {note.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have nothing else to be told apart by.
        <span key={index}>
          <br />
          {line}
        </span>
      ))}
    </Words>
  );
}

/** Somebody who has not chosen a zone reads UTC, and should know that it is not their clock. */
export function ZoneHint({ settingsUrl }: { settingsUrl: string | null }) {
  if (!settingsUrl) return null;
  return (
    <Words>
      This time is in UTC, because you have not chosen a time zone yet.{' '}
      <TextLink href={settingsUrl}>Choose yours</TextLink>, and every mail will use it.
    </Words>
  );
}
