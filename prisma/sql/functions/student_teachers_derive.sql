-- The database maintains students_taught, starting at zero.
CREATE OR REPLACE FUNCTION student_teachers_derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.students_taught := 0;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION student_teachers_derive() FROM PUBLIC;
