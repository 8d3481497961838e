import { CourseLinks } from './course-links';

interface TaughtCoursesProps {
  courses: readonly { stId: string; isActive: boolean; course: { title: string } }[];
}

export function TaughtCourses({ courses }: TaughtCoursesProps) {
  return (
    <CourseLinks
      id="taught-courses"
      heading="Courses you teach"
      links={courses.map(({ stId, isActive, course }) => ({
        key: stId,
        href: `/student-teachers/${stId}`,
        title: course.title,
        text: isActive
          ? 'View your profile as students see it'
          : 'Not taking sessions at the moment',
      }))}
    />
  );
}
