import type { PersonName } from './people';

/** One with included sessions, one priced per session, and one that nobody teaches right now. */
export const COURSES = {
  web: {
    title: 'Web Development Foundations',
    description:
      'HTML, CSS and JavaScript from an empty file to a site of your own. Every lesson ends in a session with someone who has built theirs.',
    sessionCount: 12,
    sessionMinutes: 60,
    pricePerSessionCents: null,
  },
  portuguese: {
    title: 'Conversational Portuguese',
    description:
      'Learn to hold a conversation, not to fill in blanks. Sessions are paid one by one, so you set the pace.',
    sessionCount: 20,
    sessionMinutes: 45,
    pricePerSessionCents: 2_500,
  },
  watercolour: {
    title: 'Watercolour Basics',
    description:
      'Washes, edges and the courage to leave paper white, in six lessons and four sessions at the table.',
    sessionCount: 4,
    sessionMinutes: 90,
    pricePerSessionCents: null,
  },
} as const;

export type CourseName = keyof typeof COURSES;

interface StudentTeacherSeed {
  person: PersonName;
  course: CourseName;
  offer: {
    rating: number | null;
    bufferMinutes: number;
    slotStepMinutes: number;
    minNoticeHours: number;
    bookingHorizonDays: number;
  };
}

export const STUDENT_TEACHERS = {
  maya: {
    person: 'maya',
    course: 'web',
    offer: {
      rating: 4.9,
      bufferMinutes: 15,
      slotStepMinutes: 30,
      minNoticeHours: 12,
      bookingHorizonDays: 60,
    },
  },
  jonas: {
    person: 'jonas',
    course: 'web',
    offer: {
      rating: 4.4,
      bufferMinutes: 30,
      slotStepMinutes: 30,
      minNoticeHours: 24,
      bookingHorizonDays: 60,
    },
  },
  anjali: {
    person: 'anjali',
    course: 'web',
    offer: {
      rating: 4.7,
      bufferMinutes: 0,
      slotStepMinutes: 15,
      minNoticeHours: 12,
      bookingHorizonDays: 45,
    },
  },
  aroha: {
    person: 'aroha',
    course: 'web',
    offer: {
      rating: null,
      bufferMinutes: 15,
      slotStepMinutes: 60,
      minNoticeHours: 2,
      bookingHorizonDays: 21,
    },
  },
  daniel: {
    person: 'daniel',
    course: 'portuguese',
    offer: {
      rating: 4.2,
      bufferMinutes: 15,
      slotStepMinutes: 60,
      minNoticeHours: 6,
      bookingHorizonDays: 60,
    },
  },
  beatriz: {
    person: 'beatriz',
    course: 'portuguese',
    offer: {
      rating: 5,
      bufferMinutes: 10,
      slotStepMinutes: 30,
      minNoticeHours: 12,
      bookingHorizonDays: 90,
    },
  },
  danielPainting: {
    person: 'daniel',
    course: 'watercolour',
    offer: {
      rating: 4.6,
      bufferMinutes: 15,
      slotStepMinutes: 30,
      minNoticeHours: 12,
      bookingHorizonDays: 60,
    },
  },
} as const satisfies Record<string, StudentTeacherSeed>;

export type StName = keyof typeof STUDENT_TEACHERS;

/** Inactive STs with past sessions. */
export const PAUSED_STS: readonly StName[] = ['danielPainting'];

interface EnrollmentSeed {
  person: PersonName;
  course: CourseName;
  daysAgo: number;
  /** If it differs from the course. */
  sessionCount?: number;
  deferredDaysAgo?: number;
}

export const ENROLLMENTS: readonly EnrollmentSeed[] = [
  { person: 'priya', course: 'watercolour', daysAgo: 75 },
  { person: 'priya', course: 'web', daysAgo: 65 },
  { person: 'kwame', course: 'web', daysAgo: 60, sessionCount: 6 },
  { person: 'yuki', course: 'web', daysAgo: 55 },
  { person: 'tom', course: 'web', daysAgo: 50 },
  { person: 'tom', course: 'portuguese', daysAgo: 48 },
  { person: 'ines', course: 'portuguese', daysAgo: 35 },
  { person: 'jonas', course: 'portuguese', daysAgo: 30 },
  { person: 'ines', course: 'web', daysAgo: 4, deferredDaysAgo: 3 },
  { person: 'noor', course: 'web', daysAgo: 1 },
];
