import { EmptyState } from '../ui/empty-state';

export function NoCourses({ hasOthers }: { hasOthers: boolean }) {
  return (
    <EmptyState title="You are not in a course yet.">
      <p>
        {hasOthers
          ? 'Open one below to see what it is about and who teaches it.'
          : 'There is none to join at the moment. Look in again soon.'}
      </p>
    </EmptyState>
  );
}
