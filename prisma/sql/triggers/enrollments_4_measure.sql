-- Records "Schedule Later" when the student chooses it. An enrollment that ops defer is not a step of the funnel.
CREATE OR REPLACE TRIGGER enrollments_4_measure AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN (
    OLD.deferred_at IS NULL AND NEW.deferred_at IS NOT NULL AND acting_user() = NEW.student_id
  ) EXECUTE FUNCTION enrollments_measure();
