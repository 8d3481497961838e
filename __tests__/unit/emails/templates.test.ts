import { readdirSync } from 'node:fs';
import { type ComponentType, createElement } from 'react';
import { toPlainText } from 'react-email';
import { renderMail } from '@/lib/mail/resend-client';

// The specification's templates, and those of the rest of the product.
const TEMPLATES = [
  'schedule-later',
  'session-booked',
  'session-cancelled',
  'session-changed',
  'session-reminder-15m',
  'session-reminder-1h',
  'session-reminder-24h',
  'session-reopened',
  'session-unchanged',
  'sign-in',
];

async function preview(name: string): Promise<string> {
  const { default: template } = (await import(`@/emails/${name}`)) as {
    default: ComponentType<object> & { PreviewProps: object };
  };
  return renderMail(createElement(template, template.PreviewProps));
}

test('exactly these templates exist', () => {
  const files = readdirSync('emails').filter((name) => name.endsWith('.tsx'));
  expect(files.sort()).toEqual(TEMPLATES.map((name) => `${name}.tsx`));
});

test.each(TEMPLATES)('%s has the layout, a dark mode, a heading and one language', async (name) => {
  const html = await preview(name);
  expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
  expect(html).toContain('@media (prefers-color-scheme: dark)');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<html dir="ltr" lang="en">');
  expect(html.length).toBeLessThan(102_400);
});

test.each(TEMPLATES)('%s can be read as plain text, with its links', async (name) => {
  const html = await preview(name);
  const text = toPlainText(html);
  expect(text).toContain('Hello ');
  expect(text).not.toMatch(/<[a-z]|&[a-z]+;|undefined|\[object/i);
  for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g))
    expect(text).toContain(href);
});

test('a note is always shown as plain text', async () => {
  const { default: SessionBooked } = await import('@/emails/session-booked');
  const note = '<img src=x onerror=alert(1)>';
  const html = await renderMail(
    createElement(SessionBooked, { ...SessionBooked.PreviewProps, note }),
  );
  expect(html).not.toContain('<img');
  expect(toPlainText(html)).toContain(note);
});
