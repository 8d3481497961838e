export interface Participant {
  id: string;
  name: string;
  avatarUrl: string | null;
  /** IANA zone; null until the person has chosen one. */
  timezone: string | null;
}

/** A session as its student or ST reads it. */
export interface SessionView {
  id: string;
  status: 'pending_payment' | 'scheduled' | 'completed' | 'cancelled' | 'no_show' | 'expired';
  scheduledStart: Date;
  scheduledEnd: Date;
  holdExpiresAt: Date | null;
  note: string | null;
  stId: string;
  course: { id: string; title: string };
  student: Participant;
  teacher: Participant;
}

/** The one of the two who is not the viewer, and what they are to the viewer. */
export function otherParticipant(
  { student, teacher }: SessionView,
  viewerId: string,
): { person: Participant; isTeacher: boolean } {
  return teacher.id === viewerId
    ? { person: student, isTeacher: false }
    : { person: teacher, isTeacher: true };
}
