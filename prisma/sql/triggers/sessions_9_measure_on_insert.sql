-- Records a booking by the student. A session that ops add is not a step of the funnel.
CREATE OR REPLACE TRIGGER sessions_9_measure_on_insert AFTER INSERT ON sessions
  FOR EACH ROW
  WHEN (acting_user() = NEW.student_id) EXECUTE FUNCTION sessions_measure();
