import { EmptyState } from '../ui/empty-state';

export function NoCourses({ hasOthers }: { hasOthers: boolean }) {
  return (
    <EmptyState title="You're not enrolled in a course yet.">
      <p>
        {hasOthers
          ? 'Choose one below to see what it covers and who teaches it.'
          : 'No courses are open at the moment. Check back soon.'}
      </p>
    </EmptyState>
  );
}
