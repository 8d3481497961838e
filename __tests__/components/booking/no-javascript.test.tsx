/** @jest-environment node */
import { renderToString } from 'react-dom/server';
import { BookingWizard } from '@/components/booking/booking-wizard';
import { askServerFor } from './navigation';
import { firstStart, wizardData } from './views';

jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('./navigation'),
}));

/** What the server sends for an address, before any script has run. */
function page(search: string): string {
  askServerFor(search);
  const confirm = async () => ({ status: 'idle' as const });
  return renderToString(
    <BookingWizard data={wizardData()} confirm={confirm} idempotencyKey="key-1" />,
  );
}

const linkTo = (href: string) => `href="${href.replaceAll('&', '&amp;')}"`;

describe('without JavaScript', () => {
  it('every day with times is a link and a tab stop', () => {
    const html = page('');
    expect(html).toContain(linkTo('/book/st-1?date=2026-03-03'));
    expect(html).toContain(linkTo('/book/st-1?date=2026-03-10'));
    const links = html.match(/<a [^>]*>/g) ?? [];
    expect(links.filter((link) => link.includes('tabindex'))).toEqual([]);
  });

  it('the months and the quick options are links', () => {
    const html = page('?month=2026-03');
    expect(html).toContain(linkTo('/book/st-1?month=2026-04'));
    expect(html).toContain(linkTo('/book/st-1?show=week'));
  });

  it('times are links, and stay within this week where that was chosen', () => {
    expect(page('?date=2026-03-03&show=week')).toContain(
      linkTo(`/book/st-1?date=2026-03-03&time=${firstStart}&show=week`),
    );
  });

  it('confirming is a form that carries everything', () => {
    const html = page(`?date=2026-03-03&time=${firstStart}`);
    expect(html).toContain(`name="start" value="${firstStart}"`);
    expect(html).toContain('name="st_id" value="st-1"');
    expect(html).toContain('name="idempotency_key" value="key-1"');
    expect(html).toMatch(/<textarea[^>]*name="note"/);
    expect(html).toContain('Book Session');
  });

  it('no style stands in an attribute, which a strict content policy would drop', () => {
    expect(page('') + page(`?time=${firstStart}`)).not.toContain('style=');
  });
});
