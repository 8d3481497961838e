import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';
import { setDatabaseTime } from './database-time';
import {
  bookingRequest,
  createCourse,
  createEnrollment,
  createOpenUser,
  createSt,
  createUser,
  NOW,
} from './factories';

export const MAYA = 'maya@example.com';
export const AROHA = 'aroha@example.com';

/** Maya in New York has booked a session with Aroha in Auckland, at `NOW`, for `start`. */
export async function bookedScene({
  start = new Date('2026-03-10T20:00:00.000Z'),
  reminders = true,
  note = null as string | null,
} = {}) {
  const { id: courseId } = await createCourse({ title: 'TypeScript' });
  const maya = await createUser({ name: 'Maya', email: MAYA, timezone: 'America/New_York' });
  const { id: arohaId } = await createOpenUser();
  const aroha = await db().user.update({
    where: { id: arohaId },
    data: { name: 'Aroha', email: AROHA, timezone: 'Pacific/Auckland' },
  });
  const st = await createSt({ courseId, userId: aroha.id, minNoticeHours: 0 });
  const enrollment = await createEnrollment({ courseId, studentId: maya.id });
  const request = bookingRequest({ student: maya, st }, { start, reminders, note });
  const booked = await bookSession(db(), request);
  if (!booked.ok) throw new Error(booked.code);
  return { id: booked.value.id, courseId, maya, aroha, st, enrollment, bookedAt: NOW, start };
}

/** Changes a session at `now`, past the rules of the application but not those of the database. */
export async function changeSession(
  id: string,
  now: Date,
  data: Parameters<ReturnType<typeof db>['tutoringSession']['update']>[0]['data'],
): Promise<void> {
  await setDatabaseTime(now);
  await db().tutoringSession.update({ where: { id }, data });
}
