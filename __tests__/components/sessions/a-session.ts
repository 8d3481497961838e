import type { SessionView } from '@/components/sessions/session-view';

/** An hour in Berlin's afternoon, which Kathmandu reads in the evening. */
export function aSession(rest: Partial<SessionView> = {}): SessionView {
  return {
    id: 'session-1',
    status: 'scheduled',
    scheduledStart: new Date('2026-03-03T13:00:00Z'),
    scheduledEnd: new Date('2026-03-03T14:00:00Z'),
    holdExpiresAt: null,
    note: null,
    stId: 'st-1',
    course: { id: 'course-1', title: 'Conversational Spanish' },
    student: { id: 'ada', name: 'Ada Berg', avatarUrl: null, timezone: 'Europe/Berlin' },
    teacher: { id: 'maya', name: 'Maya Gurung', avatarUrl: null, timezone: 'Asia/Kathmandu' },
    ...rest,
  };
}
