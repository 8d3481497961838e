import { loadWizard } from '@/lib/booking/load-wizard';
import { listFeedEntries } from '@/lib/calendar/calendar-entries';
import { findCalendarFeed } from '@/lib/calendar/find-feed';
import { listOwnCourses } from '@/lib/courses/queries';
import { listUpcomingSessions } from '@/lib/sessions/list-sessions';
import { findSession } from '@/lib/sessions/queries';
import { listSessionEvents } from '@/lib/sessions/session-events';
import { readCourseOffers } from '@/lib/student-teachers/course-offers';
import { listedSts } from '@/lib/student-teachers/offering-sts';
import { findUserByEmail, findViewer, listDemoUsers } from '@/lib/users/queries';
import type { PrismaClient } from '@/prisma/client/client';
import type { People, Person } from './people';

/** The queries of one page or request, repeatable. */
export interface Group {
  name: string;
  run: () => Promise<unknown>;
  /** Cleans up after a run; not timed. */
  undo?: () => Promise<unknown>;
}

export interface Place {
  db: PrismaClient;
  people: People;
  now: Date;
}

/** Pages, each with the queries of its file in app. */
export function pageGroups(place: Place): Group[] {
  const { student, busyStudent, busyTeacher, crowded } = place.people;
  return [
    { name: 'sign-in page, demo', run: () => listDemoUsers(place.db) },
    {
      name: 'sign-in link asked for',
      run: () => findUserByEmail(place.db, 'person-250@fill.example.com'),
    },
    { name: 'dashboard', run: dashboard(place, student) },
    { name: 'dashboard, busy student', run: dashboard(place, busyStudent) },
    { name: 'dashboard, busy ST', run: dashboard(place, busyTeacher) },
    { name: 'course', run: course(place, student) },
    { name: 'course, busy student', run: course(place, busyStudent) },
    { name: 'wizard: STs', run: wizard(place, { ...student, stId: null }) },
    { name: 'wizard: STs, as many as it shows', run: wizard(place, { ...crowded, stId: null }) },
    { name: 'wizard: calendar', run: wizard(place, student) },
    { name: 'ST', run: stPage(place, student) },
    { name: 'session', run: sessionPage(place, student) },
    { name: 'settings', run: settings(place, student) },
    { name: 'calendar feed', run: feed(place, student) },
    { name: 'calendar feed, busy student', run: feed(place, busyStudent) },
    { name: 'calendar feed, busy ST', run: feed(place, busyTeacher) },
  ];
}

const dashboard =
  ({ db, now }: Place, { viewer }: Person) =>
  async () => {
    await findViewer(db, viewer.id);
    await Promise.all([
      listUpcomingSessions(db, { viewerId: viewer.id, now }),
      listOwnCourses(db, { userId: viewer.id, now }),
    ]);
  };

const course =
  ({ db, now }: Place, { viewer, courseId }: Person) =>
  async () => {
    await findViewer(db, viewer.id);
    const offers = await readCourseOffers(db, { courseId, viewerId: viewer.id, now });
    if (offers) listedSts(offers, now.getTime());
  };

const wizard =
  ({ db, now }: Place, person: Omit<Person, 'stId'> & { stId: string | null }) =>
  async () => {
    const viewer = await findViewer(db, person.viewer.id);
    if (viewer) await loadWizard(db, { ...person, viewer, time: null, now });
  };

const stPage =
  ({ db, now }: Place, { viewer, stId }: Person) =>
  async () => {
    await findViewer(db, viewer.id);
    const offers = await readCourseOffers(db, { stId, viewerId: viewer.id, now });
    if (offers) listedSts(offers, now.getTime());
  };

const sessionPage =
  ({ db }: Place, { viewer, sessionId }: Person) =>
  async () => {
    await findViewer(db, viewer.id);
    await findSession(db, { sessionId, viewerId: viewer.id });
    await listSessionEvents(db, { sessionId, before: null });
  };

const settings =
  ({ db }: Place, { viewer }: Person) =>
  async () => {
    await findViewer(db, viewer.id);
    await findCalendarFeed(db, viewer);
  };

const feed =
  ({ db, now }: Place, { viewer }: Person) =>
  async () => {
    const reader = await db.user.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { id: true, name: true, email: true },
    });
    await listFeedEntries(db, { reader, now });
  };
