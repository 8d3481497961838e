import type { RouteFile } from '@/lib/http/api/openapi';
import * as analyticsEvents from '../analytics/events/route';
import * as course from '../courses/[id]/route';
import * as courseSts from '../courses/[id]/sts/route';
import * as deferredEnrollment from '../enrollments/[id]/deferred/route';
import * as calendarExport from '../sessions/[id]/calendar-export/route';
import * as tutoringSession from '../sessions/[id]/route';
import * as tutoringSessions from '../sessions/route';
import * as stAvailability from '../sts/[id]/availability/route';
import * as stBookings from '../sts/[id]/bookings/route';
import * as stSlots from '../sts/[id]/slots/route';

/** Only the paths listed here are documented. */
export const ADDRESSES = {
  '/api/courses/{id}': course,
  '/api/courses/{id}/sts': courseSts,
  '/api/sts/{id}/availability': stAvailability,
  '/api/sts/{id}/bookings': stBookings,
  '/api/sts/{id}/slots': stSlots,
  '/api/sessions': tutoringSessions,
  '/api/sessions/{id}': tutoringSession,
  '/api/sessions/{id}/calendar-export': calendarExport,
  '/api/enrollments/{id}/deferred': deferredEnrollment,
  '/api/analytics/events': analyticsEvents,
} as const satisfies Record<string, RouteFile>;
