import type { ReactElement } from 'react';
import { toPlainText } from 'react-email';
import { Resend } from 'resend';
import { type MailContent, subjectLine } from './content';
import { type MailOutcome, readRefusal } from './resend-answer';

const SEND_TIMEOUT_MS = 8_000;

interface AddressedMail extends MailContent {
  to: string;
  /** The idempotency key: Resend sends one email per key. */
  key: string;
  /** The template's name, as a tag in Resend's dashboard. */
  template: string;
}

/** Sends one email. Network and Resend errors are returned, not thrown. */
export type SendMail = (mail: AddressedMail) => Promise<MailOutcome>;

export interface MailerSettings {
  apiKey: string;
  baseUrl: string;
  /** `PeerLoop <sessions@peerloop.example>` */
  from: string;
  timeoutMs?: number;
}

export function createMailer({
  apiKey,
  baseUrl,
  from,
  timeoutMs = SEND_TIMEOUT_MS,
}: MailerSettings): SendMail {
  const resend = new Resend(apiKey, { baseUrl });
  return async ({ to, key, template, subject, body, attachments = [] }) => {
    const html = await renderMail(body);
    const text = toPlainText(html);
    const { data, error, headers } = await resend.emails.send(
      {
        from,
        to,
        subject: subjectLine(subject),
        html,
        text,
        attachments: attachments.map(({ content, ...file }) => ({
          ...file,
          content: Buffer.from(content, 'utf8'),
        })),
        tags: [{ name: 'template', value: template }],
        // Without this header, mail clients group reminders of different sessions into one thread.
        headers: { 'X-Entity-Ref-ID': key },
      },
      { idempotencyKey: key, signal: AbortSignal.timeout(timeoutMs) },
    );
    if (!error) return { outcome: 'accepted', messageId: data.id };
    return readRefusal({ ...error, retryAfter: headers?.['retry-after'] });
  };
}

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Renders an email to HTML, without the comments that React adds for hydration. */
export async function renderMail(body: ReactElement): Promise<string> {
  // A dynamic import, because Next does not allow a static one in code that pages use.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return DOCTYPE + renderToStaticMarkup(body);
}
