import type { ReactElement } from 'react';

/** A mail in words, ready to be addressed. */
export interface MailContent {
  subject: string;
  body: ReactElement;
  attachments?: MailAttachment[];
}

export interface MailAttachment {
  filename: string;
  content: string;
  /** Such as `text/calendar; charset=utf-8; method=REQUEST`. */
  contentType: string;
}

/** A subject on one line: a line break would start a mail header of its own. */
export function subjectLine(subject: string): string {
  return subject.replaceAll(/\s*[\p{Cc}\p{Zl}\p{Zp}]+\s*/gu, ' ').trim();
}
