import { type KeptMail, recipientsOf, type SentMail } from './mail';
import type { Trouble } from './troubles';

export function listPage(mails: readonly KeptMail[], trouble: Trouble | null): string {
  const rows = mails.map(
    ({ id, acceptedAt, mail }) => `<li><a href="/mails/${id}">
      <span class="to">${escapeHtml(recipientsOf(mail))}</span>
      <strong>${escapeHtml(mail.subject)}</strong>
      <span class="meta">${escapeHtml(templateOf(mail))} · <time datetime="${acceptedAt}">${clock(acceptedAt)}</time></span>
    </a></li>`,
  );
  const state = trouble
    ? `<p class="trouble">The next ${trouble.times} fail: ${trouble.mode}</p>`
    : '';
  const list = rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p>No emails yet.</p>';
  const count = mails.length === 1 ? '1 email' : `${mails.length} emails`;
  return page(
    'Mailbox',
    `<h1>Mailbox</h1><p class="meta">${count}, newest first. Emails stay on this machine.</p>${state}${list}`,
  );
}

/** One email: HTML, plain text, attachments and headers. */
export function mailPage(
  { id, acceptedAt, idempotencyKey, mail }: KeptMail,
  scheme: string | null,
): string {
  const files = (mail.attachments ?? []).map(
    (file, index) =>
      `<li><a href="/mails/${id}/attachments/${index}" download>${escapeHtml(file.filename ?? 'file')}</a> <span class="meta">${escapeHtml(file.content_type ?? '')}</span></li>`,
  );
  const headers = {
    From: mail.from,
    To: recipientsOf(mail),
    Subject: mail.subject,
    Accepted: acceptedAt,
    'Message id': id,
    'Idempotency-Key': idempotencyKey ?? 'none',
    Template: templateOf(mail),
    ...mail.headers,
  };
  const rows = Object.entries(headers).map(
    ([name, value]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const dark = scheme === 'dark';
  return page(
    mail.subject,
    `<p><a href="/">All emails</a></p>
    <h1>${escapeHtml(mail.subject)}</h1>
    <p class="meta">To ${escapeHtml(recipientsOf(mail))}</p>
    <p><a href="?scheme=${dark ? 'light' : 'dark'}">Show it ${dark ? 'by day' : 'by night'}</a></p>
    <iframe title="Email" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${id}/html?scheme=${dark ? 'dark' : (scheme ?? '')}"></iframe>
    <h2>Attachments</h2>${files.length > 0 ? `<ul class="files">${files.join('')}</ul>` : '<p class="meta">None</p>'}
    <h2>Plain text</h2><pre>${linked(escapeHtml(mail.text ?? ''))}</pre>
    <h2>Headers</h2><table>${rows.join('')}</table>`,
  );
}

/** The email's HTML, in the colour scheme `scheme` if given. */
export function mailHtml({ html = '' }: SentMail, scheme: string | null): string {
  const media = { dark: 'all', light: 'not all' }[scheme ?? ''];
  return media ? html.replaceAll('(prefers-color-scheme: dark)', media) : html;
}

function templateOf({ tags = [] }: KeptMail['mail']): string {
  return tags.find(({ name }) => name === 'template')?.value ?? 'no template';
}

function clock(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ').concat(' UTC');
}

function linked(escaped: string): string {
  return escaped.replace(
    /https?:\/\/[^\s<&]+(?:&amp;[^\s<&]+)*/g,
    (url) => `<a href="${url}">${url}</a>`,
  );
}

function escapeHtml(text: string): string {
  const codes: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => codes[sign] ?? sign);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLES}</style></head><body><main>${body}</main></body></html>`;
}

const STYLES = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f8f5ef, #101411); color: light-dark(#1b2620, #ebeae2); }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1rem; }
a { color: light-dark(#175d45, #77d3ad); }
ul { margin: 1.5rem 0; padding: 0; list-style: none; }
li a { display: grid; padding: .75rem; border-radius: .625rem; color: inherit; text-decoration: none; }
li a:hover { background: light-dark(#d8efe2, #183026); }
li + li { border-top: 1px solid light-dark(#ddd9d0, #2e332f); }
.files li a { display: inline-block; color: light-dark(#175d45, #77d3ad); }
.meta, .to { color: light-dark(#555d56, #abaea4); font-size: .875rem; overflow-wrap: anywhere; }
.trouble { color: light-dark(#aa2a27, #fb9890); }
iframe { width: 100%; height: 46rem; border: 1px solid light-dark(#ddd9d0, #2e332f); border-radius: .625rem; }
pre { padding: 1rem; border-radius: .625rem; background: light-dark(#fefdfa, #191d1a); white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .375rem .5rem .375rem 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { width: 9rem; font-weight: 600; }
`;
