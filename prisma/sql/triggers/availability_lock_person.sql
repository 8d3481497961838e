-- Serializes edits of one person's weekly windows.
CREATE OR REPLACE TRIGGER availability_lock_person BEFORE INSERT OR UPDATE ON availability
  FOR EACH ROW EXECUTE FUNCTION availability_lock_person();
