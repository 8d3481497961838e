/** An email in the format of Resend's API. */
export interface SentMail {
  from: string;
  to: string | string[];
  subject: string;
  html?: string;
  text?: string;
  headers?: Record<string, string>;
  tags?: { name: string; value: string }[];
  attachments?: MailAttachment[];
}

export interface MailAttachment {
  filename?: string;
  /** Base64. */
  content?: string;
  content_type?: string;
}

/** An accepted email, as stored on disk. */
export interface KeptMail {
  id: string;
  acceptedAt: string;
  idempotencyKey: string | null;
  /** SHA-256 of the request's body. */
  fingerprint: string;
  mail: SentMail;
}

export function recipientsOf({ to }: SentMail): string {
  return Array.isArray(to) ? to.join(', ') : to;
}

export function attachmentBytes({ content = '' }: MailAttachment): Buffer {
  return Buffer.from(content, 'base64');
}

/** The validation error of a request in Resend's words, or null if it is valid. */
export function faultOf(mail: unknown): string | null {
  if (typeof mail !== 'object' || mail === null) return 'Missing `to` field.';
  const fields = mail as Record<string, unknown>;
  const missing = ['to', 'from', 'subject'].find((name) => !fields[name]);
  if (missing) return `Missing \`${missing}\` field.`;
  if (!fields.html && !fields.text) return 'Missing `html` or `text` field.';
  const to = [fields.to].flat();
  const isAddress = (value: unknown) => typeof value === 'string' && /^\S+@\S+$/.test(value);
  return to.every(isAddress)
    ? null
    : 'Invalid `to` field. The email address needs to follow the `email@example.com` format.';
}
