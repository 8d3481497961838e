/** The key in session storage for what a student typed into the booking form of a course. */
export function draftKey({ viewerId, courseId }: { viewerId: string; courseId: string }): string {
  return `peerloop.booking-draft ${viewerId} ${courseId}`;
}
