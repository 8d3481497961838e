import type { ChangesProps } from './changes';
import type { SessionMailProps } from './session-mail';

// The sample data of `npm run email`: a student in New York and an ST in Auckland, in a week when only
// one of their clocks has changed.

const SITE = 'http://localhost:3000';

const SESSION_URL = `${SITE}/sessions/019d0f3a-2f4e-7c11-9a55-3d5b1c0f2e77`;

export const STUDENT_PREVIEW: SessionMailProps = {
  recipientName: 'Maya Thompson',
  recipientTeaches: false,
  otherName: 'Aroha Ngata',
  courseTitle: 'TypeScript from the ground up',
  when: { day: 'Monday 9 March 2026', time: '16:00–17:00', zone: 'New York time (GMT-4)' },
  otherWhen: { day: 'Tuesday 10 March 2026', time: '09:00–10:00', zone: 'Auckland time (GMT+13)' },
  note: 'I am stuck on generics & variance.\nCould we look at my homework?',
  sessionUrl: SESSION_URL,
  settingsUrl: null,
};

export const ST_PREVIEW: SessionMailProps = {
  ...STUDENT_PREVIEW,
  recipientName: 'Aroha Ngata',
  recipientTeaches: true,
  otherName: 'Maya Thompson',
  when: { day: 'Tuesday 10 March 2026', time: '09:00–10:00', zone: 'Auckland time (GMT+13)' },
  otherWhen: { day: 'Monday 9 March 2026', time: '16:00–17:00', zone: 'New York time (GMT-4)' },
};

export const CHANGED_PREVIEW: SessionMailProps & ChangesProps = {
  ...STUDENT_PREVIEW,
  hourBefore: {
    day: 'Saturday 7 March 2026',
    time: '15:00–16:00',
    zone: 'New York time (GMT-5)',
  },
  stBefore: null,
};

export const BOOK_URL = `${SITE}/courses/019d0f3a-1111-7c11-9a55-3d5b1c0f2e77/book`;
