import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene } from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';
import type { PrismaClient } from '@/prisma/client/client';

beforeEach(truncate);

test('the database alone decides when a booked session ends', async () => {
  const scene = await createScene({ sessionMinutes: 60 });
  // The length of the course changes after the booking has been planned.
  const late = db().$extends({
    query: {
      tutoringSession: {
        async create({ args, query }) {
          await db().course.update({ where: { id: scene.courseId }, data: { sessionMinutes: 45 } });
          return query(args);
        },
      },
    },
  });
  const booked = await bookSession(late as unknown as PrismaClient, bookingRequest(scene));
  expect(booked).toMatchObject({ ok: true });
  const { scheduledStart, scheduledEnd } = await db().tutoringSession.findFirstOrThrow();
  expect((scheduledEnd.getTime() - scheduledStart.getTime()) / 60_000).toBe(45);
});
