import { render, screen } from '@testing-library/react';
import { SessionDetail } from '@/components/sessions/session-detail';
import { aSession } from './a-session';

function show(tutoringSession = aSession(), viewerId = 'ada', zone = 'Europe/Berlin') {
  return render(
    <SessionDetail
      tutoringSession={tutoringSession}
      viewerId={viewerId}
      zone={zone}
      now={Date.parse('2026-03-01T08:00:00Z')}
      timeline={null}
    />,
  );
}

const definition = (term: string) => screen.getByText(term).nextElementSibling;

it('gives the time in both zones, with their names', () => {
  show();
  expect(definition('When')).toHaveTextContent(
    'Tuesday 3 March 2026, 14:00–15:00 Berlin time (GMT+1)',
  );
  expect(definition('For Maya Gurung')).toHaveTextContent(
    'Tuesday 3 March 2026, 18:45–19:45 Kathmandu time (GMT+5:45)',
  );
});

it('gives the time once if both zones have the same offset', () => {
  const { teacher } = aSession();
  show(aSession({ teacher: { ...teacher, timezone: 'Europe/Berlin' } }));
  expect(definition('When, for both of you')).toHaveTextContent('14:00–15:00');
  expect(screen.queryByText('For Maya Gurung')).not.toBeInTheDocument();
});

it('gives the offsets if the clocks change in either zone', () => {
  const { teacher } = aSession();
  const scheduledStart = new Date('2026-03-29T00:30:00Z');
  const scheduledEnd = new Date('2026-03-29T01:30:00Z');
  const inLisbon = { ...teacher, timezone: 'Europe/Lisbon' };
  show(aSession({ scheduledStart, scheduledEnd, teacher: inLisbon }), 'ada', 'America/New_York');
  expect(definition('When')).toHaveTextContent('20:30–21:30 New York time (GMT-4)');
  expect(definition('For Maya Gurung')).toHaveTextContent(
    'Sunday 29 March 2026, 00:30 (GMT)–02:30 (GMT+1) Lisbon time',
  );
});

it('links the student to the ST, and shows the student’s note to the ST', () => {
  const withNote = aSession({ note: 'Could we talk about ser and estar?' });
  const { unmount } = show(withNote);
  expect(screen.getByRole('link', { name: 'Maya Gurung' })).toHaveAttribute(
    'href',
    '/student-teachers/st-1',
  );
  expect(definition('Your message')).toHaveTextContent('ser and estar');
  unmount();

  show(withNote, 'maya', 'Asia/Kathmandu');
  expect(definition('Message from Ada Berg')).toHaveTextContent('ser and estar');
  expect(screen.queryByRole('link', { name: 'Ada Berg' })).not.toBeInTheDocument();
});

it('says the status in words', () => {
  show(aSession({ status: 'cancelled' }));
  expect(screen.getByText(/This session was cancelled/)).toBeInTheDocument();
});
