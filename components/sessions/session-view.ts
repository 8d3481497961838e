export interface Participant {
  id: string;
  name: string;
  avatarUrl: string | null;
  /** IANA name; null until the person chooses one. */
  timezone: string | null;
}

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

export function otherParticipant(
  { student, teacher }: SessionView,
  viewerId: string,
): { person: Participant; isTeacher: boolean } {
  return teacher.id === viewerId
    ? { person: student, isTeacher: false }
    : { person: teacher, isTeacher: true };
}
