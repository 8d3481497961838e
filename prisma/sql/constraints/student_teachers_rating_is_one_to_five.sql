ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_rating_is_one_to_five CHECK (rating BETWEEN 1 AND 5);
COMMENT ON CONSTRAINT student_teachers_rating_is_one_to_five ON student_teachers IS
  'The rating must be between 1 and 5. Leave it empty until there are reviews.';
