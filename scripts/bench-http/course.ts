import { encode } from 'next-auth/jwt';
import { Client } from 'pg';

const STUDENTS = 400;
/** More than any run can book. */
const SESSIONS = 100_000;

/** What the requests are about. */
export interface BenchCourse {
  courseId: string;
  stIds: string[];
  /** The `Cookie` headers of the enrolled students, who are signed in. */
  cookies: string[];
}

interface CourseOptions {
  /** The number of Student-Teachers. */
  sts: number;
  /** From one start to the next. */
  stepMinutes: number;
  /** Signs the cookies. */
  secret: string;
}

/**
 * Adds a course whose STs are free from 9:00 to 17:00 in New York every day of the next 60, and its students.
 * `url` is that of the database's owner.
 */
export async function addCourse(
  url: string,
  { sts, stepMinutes, secret }: CourseOptions,
): Promise<BenchCourse> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const idsOf = async (text: string, values: unknown[]): Promise<string[]> =>
    (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const addUsers = (role: string, count: number, zone: string) =>
    idsOf(
      `INSERT INTO users (email, name, timezone)
       SELECT lower($1) || '-' || n || '@load.example.com', $1 || ' ' || n, $3
       FROM generate_series(1, $2::int) AS n RETURNING id`,
      [role, count, zone],
    );
  try {
    const [courseId = ''] = await idsOf(
      `INSERT INTO courses (title, description, session_count)
       VALUES ('A course under load', 'For a benchmark', $1) RETURNING id`,
      [SESSIONS],
    );
    const teachers = await addUsers('Teacher', sts, 'America/New_York');
    const stIds = await idsOf(
      `INSERT INTO student_teachers (user_id, course_id, min_notice_hours, slot_step_minutes)
       SELECT id, $1, 1, $3 FROM unnest($2::uuid[]) AS id RETURNING id`,
      [courseId, teachers, stepMinutes],
    );
    await client.query(
      `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
       SELECT id, day, '09:00', '17:00', 'America/New_York'
       FROM unnest($1::uuid[]) AS id, unnest(enum_range(NULL::weekday)) AS day`,
      [teachers],
    );
    const students = await addUsers('Student', STUDENTS, 'Europe/London');
    await client.query(
      `INSERT INTO enrollments (student_id, course_id, session_count)
       SELECT id, $1, $3 FROM unnest($2::uuid[]) AS id`,
      [courseId, students, SESSIONS],
    );
    const cookies = students.map(async (sub) => {
      const token = { sub, sessionVersion: 0 };
      return `next-auth.session-token=${await encode({ secret, token })}`;
    });
    return { courseId, stIds, cookies: await Promise.all(cookies) };
  } finally {
    await client.end();
  }
}
