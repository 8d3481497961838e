import type { ReactElement } from 'react';
import { toPlainText } from 'react-email';
import { Resend } from 'resend';
import { type MailContent, subjectLine } from './content';
import { type MailOutcome, readRefusal } from './resend-answer';

/** How long Resend has to answer. */
const SEND_TIMEOUT_MS = 8_000;

interface AddressedMail extends MailContent {
  to: string;
  /** Resend sends one mail for each key, whatever happens on the way. */
  key: string;
  /** The template's name, for whoever looks into Resend. */
  template: string;
}

/** Hands one mail to Resend. Never throws for what happens on the way there. */
export type SendMail = (mail: AddressedMail) => Promise<MailOutcome>;

export interface MailerSettings {
  apiKey: string;
  baseUrl: string;
  /** `PeerLoop <sessions@peerloop.example>` */
  from: string;
  timeoutMs?: number;
}

/** The way to Resend, by its own SDK. */
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
        // Without it, mail programs fold reminders of different sessions into one conversation.
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

/** A mail's HTML. Without React's comments for a browser that would take over, which no mail has. */
export async function renderMail(body: ReactElement): Promise<string> {
  // Loaded late, because Next lets no page import it.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return DOCTYPE + renderToStaticMarkup(body);
}
