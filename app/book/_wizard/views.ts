import type { ChooseStView } from '@/components/booking/choose-st-step';
import type { WizardView } from '@/components/booking/view-model';
import {
  alternativeViews,
  calendarBounds,
  dayViews,
  stCard,
} from '@/components/booking/wizard-view';
import { formatPrice, formatZone } from '@/lib/format';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { HOLD_MINUTES } from '@/lib/sessions/rules';
import { nextBestSlots, type OfferingSt } from '@/lib/student-teachers/rules';
import type { LoadedWizard } from './load-wizard';
import { type WizardSearch, withParams } from './search';

interface WizardPlace extends LoadedWizard {
  search: WizardSearch;
  preselectedStId: string | null;
  now: Date;
}

export function chooseStView({ course, sts, zone, search, now }: WizardPlace): ChooseStView {
  return {
    courseTitle: course.title,
    courseHref: `/courses/${course.id}`,
    zoneName: formatZone(now.getTime(), zone),
    durationMinutes: course.sessionMinutes,
    price: priceOf(course),
    cards: sts.map((st) =>
      stCard(st, { zone, now: now.getTime(), href: wizardPath(course.id, st.id, search.from) }),
    ),
  };
}

export function wizardView(st: OfferingSt, place: WizardPlace): WizardView {
  const { course, zone, search, preselectedStId, now } = place;
  const coursePath = `/courses/${course.id}/book`;
  return {
    courseTitle: course.title,
    st: {
      id: st.id,
      name: st.user.name,
      avatarUrl: st.user.avatarUrl,
      profileHref: `/student-teachers/${st.id}`,
    },
    stPreselected: preselectedStId !== null,
    changeStHref: preselectedStId ? null : withParams(coursePath, { from: search.from }),
    settingsHref: '/settings',
    holdMinutes: HOLD_MINUTES,
    durationMinutes: course.sessionMinutes,
    price: priceOf(course),
    ...calendarBounds(st, zone, now.getTime()),
    days: dayViews(st, zone, now.getTime()),
    basePath: preselectedStId
      ? withParams(`/book/${st.id}`, { from: search.from })
      : wizardPath(course.id, st.id, search.from),
    gone: goneView(st, place),
  };
}

/** What to offer when the address names a time that can no longer be booked. */
function goneView(
  st: OfferingSt,
  { gone, search, sts, zone, course }: WizardPlace,
): WizardView['gone'] {
  if (!gone) return null;
  const slots = nextBestSlots(sts, { stId: st.id, start: gone.start });
  const code = gone.isViewersOwn ? 'STUDENT_CONFLICT' : 'SLOT_UNAVAILABLE';
  return {
    start: new Date(gone.start).toISOString(),
    message: BOOK_SESSION_MESSAGES[code],
    alternatives: alternativeViews(slots, {
      zone,
      stId: st.id,
      path: (stId) => wizardPath(course.id, stId, search.from),
    }),
  };
}

function wizardPath(courseId: string, stId: string, from: string | null): string {
  return withParams(`/courses/${courseId}/book`, { st: stId, from });
}

function priceOf(course: LoadedWizard['course']): string | null {
  if (!course.pricePerSessionCents) return null;
  return formatPrice(course.pricePerSessionCents, course.currency);
}
