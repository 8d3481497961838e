import { CourseLinks } from './course-links';

interface TaughtCoursesProps {
  courses: readonly { stId: string; isActive: boolean; course: { title: string } }[];
}

/** What the viewer teaches, with the profile that students see. */
export function TaughtCourses({ courses }: TaughtCoursesProps) {
  return (
    <CourseLinks
      id="taught-courses"
      heading="You teach"
      links={courses.map(({ stId, isActive, course }) => ({
        key: stId,
        href: `/student-teachers/${stId}`,
        title: course.title,
        text: isActive ? 'See your profile as students do' : 'Not taking sessions at the moment',
      }))}
    />
  );
}
