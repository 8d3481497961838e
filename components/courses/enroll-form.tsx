'use client';

import { useActionState } from 'react';
import { Notice } from '../ui/notice';
import { Stack } from '../ui/stack';
import { SubmitButton } from '../ui/submit-button';
import type { EnrollAction } from './enroll-state';

export function EnrollForm({ courseId, enroll }: { courseId: string; enroll: EnrollAction }) {
  const [{ error }, action] = useActionState(enroll, { error: null });
  return (
    <form action={action}>
      <Stack>
        {error ? (
          <Notice tone="error">
            <p>{error}</p>
          </Notice>
        ) : null}
        <input type="hidden" name="course_id" value={courseId} />
        <SubmitButton wide pendingLabel="Enrolling…">
          Enroll now
        </SubmitButton>
      </Stack>
    </form>
  );
}
