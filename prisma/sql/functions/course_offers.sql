-- What the STs of a course offer to one student, as JSON: the course, the student's enrollment and claims, and the
-- STs with their rules and calendars. With an ST, only that one, active or not; the course may then be null. Without
-- one, the active STs except the student, at most 100. Claims are those in the range, or up to the booking horizon if
-- it is null. Returns null if there is no such course or ST. PL/pgSQL, so that each connection plans the queries once.
CREATE OR REPLACE FUNCTION course_offers(student uuid, of_course uuid, of_st uuid, at timestamptz, range_start timestamptz,
  range_end timestamptz)
RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  course_row courses;
  enrollment json;
  sts json;
BEGIN
  SELECT courses.* INTO course_row FROM courses
  WHERE id = coalesce(of_course, (SELECT course_id FROM student_teachers WHERE id = of_st));
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;

  SELECT json_build_object('id', e.id, 'status', e.status, 'deferredAt', e.deferred_at, 'sessionCount', e.session_count,
    'sessionsLeft', sessions_left(e, at))
  INTO enrollment FROM enrollments AS e WHERE e.course_id = course_row.id AND e.student_id = student;

  SELECT json_agg(json_build_object(
    'id', st.id, 'isActive', st.is_active, 'studentsTaught', st.students_taught, 'rating', st.rating,
    'user', json_build_object('id', person.id, 'name', person.name, 'avatarUrl', person.avatar_url,
      'timezone', person.timezone, 'bio', person.bio),
    'rules', json_build_object('sessionMinutes', course_row.session_minutes, 'bufferMinutes', st.buffer_minutes,
      'slotStepMinutes', st.slot_step_minutes, 'minNoticeHours', st.min_notice_hours,
      'bookingHorizonDays', st.booking_horizon_days),
    'calendar', personal_calendar(person.id, at, coalesce(range_start, at),
      coalesce(range_end, at + make_interval(days => st.booking_horizon_days + 2)))))
  INTO sts
  FROM (
    SELECT * FROM student_teachers AS of_this_course
    WHERE of_this_course.course_id = course_row.id
      AND CASE WHEN of_st IS NULL THEN is_active AND user_id <> student ELSE id = of_st END
    ORDER BY of_this_course.id LIMIT 100
  ) AS st JOIN users AS person ON person.id = st.user_id;
  IF of_st IS NOT NULL AND sts IS NULL THEN
    RETURN NULL;
  END IF;

  RETURN json_build_object(
    'course', json_build_object('id', course_row.id, 'title', course_row.title, 'description', course_row.description,
      'sessionCount', course_row.session_count, 'sessionMinutes', course_row.session_minutes,
      'pricePerSessionCents', course_row.price_per_session_cents, 'currency', course_row.currency),
    'enrollment', enrollment,
    'ownStId', (SELECT id FROM student_teachers WHERE course_id = course_row.id AND user_id = student),
    'studentClaims', busy_times(student, at, coalesce(range_start, at), coalesce(range_end, 'infinity')),
    'sts', sts);
END
$$;
