import { calendarSite } from '@/lib/calendar/calendar-site';
import type { CalendarEntry, CalendarSession } from '@/lib/calendar/session-event';

export const SITE = calendarSite('https://peerloop.test', 'PeerLoop <hello@peerloop.test>');

export const MAYA = { id: 'maya', name: 'Maya Rivera', email: 'maya@example.com' };
export const AROHA = { id: 'aroha', name: 'Aroha Ngata', email: 'aroha@example.com' };

/** Maya's session with Aroha, as an entry of Maya's calendar. */
export function entry(
  fields: Partial<CalendarSession> = {},
  reader: CalendarEntry['reader'] = MAYA,
): CalendarEntry {
  const tutoringSession = {
    id: '019a0000-0000-7000-8000-000000000001',
    status: 'scheduled',
    sequence: 0,
    scheduledStart: new Date('2026-03-10T20:00:00.000Z'),
    scheduledEnd: new Date('2026-03-10T21:00:00.000Z'),
    reminders: true,
    note: null,
    course: { title: 'Web Development Foundations' },
    student: MAYA,
    teacher: AROHA,
    ...fields,
  };
  return { tutoringSession, reader, stampedAt: new Date('2026-03-02T10:00:00.000Z') };
}
