import type { ReactElement } from 'react';

/** A composed email without its recipient. */
export interface MailContent {
  subject: string;
  body: ReactElement;
  attachments?: MailAttachment[];
}

export interface MailAttachment {
  filename: string;
  content: string;
  /** For example `text/calendar; charset=utf-8; method=REQUEST`. */
  contentType: string;
}

/** Replaces line breaks and control characters, because a line break would start a new mail header. */
export function subjectLine(subject: string): string {
  return subject.replaceAll(/\s*[\p{Cc}\p{Zl}\p{Zp}]+\s*/gu, ' ').trim();
}
