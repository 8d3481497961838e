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

/**
 * Replaces line breaks and control characters, because a line break would start a new mail header, and
 * removes marks that change the text direction.
 */
export function subjectLine(subject: string): string {
  return subject
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\s*[\p{Cc}\p{Zl}\p{Zp}]+\s*/gu, ' ')
    .trim();
}
