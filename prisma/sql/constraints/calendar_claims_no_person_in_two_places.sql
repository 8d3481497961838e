-- Prevents double booking. One constraint covers teachers, students, holds, and people who are both.
ALTER TABLE calendar_claims ADD CONSTRAINT calendar_claims_no_person_in_two_places EXCLUDE USING gist (
  user_id WITH =, tstzrange(starts_at, ends_at) WITH &&
);
COMMENT ON CONSTRAINT calendar_claims_no_person_in_two_places ON calendar_claims IS
  'One of the two people has another session at this time. Choose another time or Student-Teacher, or change the other session first.';
