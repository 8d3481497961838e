-- students_taught starts at zero and is maintained by sessions_count_taught.
CREATE OR REPLACE FUNCTION student_teachers_derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.students_taught := 0;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION student_teachers_derive() FROM PUBLIC;
