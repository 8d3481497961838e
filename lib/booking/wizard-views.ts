import { formatPrice } from '@/lib/courses/price';
import { HOLD_MINUTES } from '@/lib/sessions/limits';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { nextBestSlots, type OfferingSt } from '@/lib/student-teachers/next-best-slots';
import { formatZone } from '@/lib/time/format';
import { iso } from '@/lib/time/iso';
import { alternativeViews, calendarBounds, dayViews, stCard } from './calendar-views';
import { draftKey } from './draft-key';
import type { LoadedWizard } from './load-wizard';
import type { ChooseStView, WizardView } from './view-model';
import { type WizardAddress, wizardHref, wizardPath } from './wizard-address';

export interface WizardPlace extends LoadedWizard {
  address: WizardAddress;
  preselectedStId: string | null;
  viewerId: string;
  now: Date;
}

export function chooseStView({ course, sts, zone, address, now }: WizardPlace): ChooseStView {
  const { from } = address;
  return {
    courseTitle: course.title,
    courseHref: `/courses/${course.id}`,
    zoneName: formatZone(now.getTime(), zone),
    durationMinutes: course.sessionMinutes,
    price: priceOf(course),
    cards: sts.map((st) =>
      stCard(st, {
        zone,
        now: now.getTime(),
        href: wizardHref(wizardPath(course.id), { stId: st.id, from }),
      }),
    ),
  };
}

export function wizardView(st: OfferingSt, place: WizardPlace): WizardView {
  const { course, zone, address, preselectedStId, viewerId, now } = place;
  const { from } = address;
  return {
    courseTitle: course.title,
    st: {
      id: st.id,
      name: st.user.name,
      avatarUrl: st.user.avatarUrl,
      profileHref: `/student-teachers/${st.id}`,
    },
    stPreselected: preselectedStId !== null,
    changeStHref: preselectedStId ? null : wizardHref(wizardPath(course.id), { from }),
    settingsHref: '/settings',
    holdMinutes: HOLD_MINUTES,
    durationMinutes: course.sessionMinutes,
    price: priceOf(course),
    ...calendarBounds(st, zone, now.getTime()),
    days: dayViews(st, zone, now.getTime()),
    path: wizardPath(course.id, preselectedStId),
    fixedParams: preselectedStId ? { from } : { stId: st.id, from },
    gone: goneView(st, place),
    draftKey: draftKey({ viewerId, courseId: course.id }),
  };
}

/** The wizard when nothing can be booked: it keeps the refused form and offers no times. */
export function closedWizardView(st: OfferingSt, place: WizardPlace): WizardView {
  return wizardView({ ...st, starts: [] }, { ...place, gone: null });
}

/** Alternatives when the time in the URL can no longer be booked. */
function goneView(
  st: OfferingSt,
  { gone, address, sts, zone, course }: WizardPlace,
): WizardView['gone'] {
  if (!gone) return null;
  const slots = nextBestSlots(sts, { stId: st.id, start: gone.start });
  const code = gone.isViewersOwn ? 'STUDENT_CONFLICT' : 'SLOT_UNAVAILABLE';
  return {
    start: iso(gone.start),
    message: BOOK_SESSION_MESSAGES[code],
    alternatives: alternativeViews(slots, {
      zone,
      stId: st.id,
      href: (choice) => wizardHref(wizardPath(course.id), { ...choice, from: address.from }),
    }),
  };
}

function priceOf(course: LoadedWizard['course']): string | null {
  if (!course.pricePerSessionCents) return null;
  return formatPrice(course.pricePerSessionCents, course.currency);
}
