import { CourseLinks } from './course-links';
import { type CourseTerms, lengthText, priceText } from './course-words';

interface OtherCoursesProps {
  courses: readonly (CourseTerms & { id: string; title: string })[];
}

export function OtherCourses({ courses }: OtherCoursesProps) {
  return (
    <CourseLinks
      id="other-courses"
      heading="More courses"
      links={courses.map((course) => ({
        key: course.id,
        href: `/courses/${course.id}`,
        title: course.title,
        text: [lengthText(course), priceText(course)].filter(Boolean).join(' · '),
      }))}
    />
  );
}
