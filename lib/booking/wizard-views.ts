import { formatPrice } from '@/lib/courses/price';
import { HOLD_MINUTES } from '@/lib/sessions/limits';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { nextBestSlots, type OfferingSt } from '@/lib/student-teachers/next-best-slots';
import { formatZone } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import type { BookingBlock } from './booking-block';
import { alternativeViews, calendarBounds, dayViews, stCard } from './calendar-views';
import { draftKey } from './draft-key';
import type { LoadedWizard } from './load-wizard';
import { canBookAnotherSlot, recoveryLink } from './recovery-link';
import type { ChooseStView, GoneTime, WizardView } from './view-model';
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
    gone: goneOf(st, place),
    draftKey: draftKey({ viewerId, courseId: course.id }),
  };
}

/** The wizard when nothing can be booked: it keeps a filled-in form and offers no times. */
export function blockedWizardView(
  st: OfferingSt,
  place: WizardPlace,
  code: BookingBlock,
): WizardView {
  const { time } = place.address;
  const view = wizardView({ ...st, starts: [] }, { ...place, gone: null });
  return {
    ...view,
    gone: time ? goneTimeView({ st, place, code, start: Date.parse(time) }) : null,
  };
}

/** The time in the URL when it can no longer be booked. */
function goneOf(st: OfferingSt, place: WizardPlace): WizardView['gone'] {
  const { gone } = place;
  if (!gone) return null;
  const code = gone.isViewersOwn ? 'STUDENT_CONFLICT' : 'SLOT_UNAVAILABLE';
  return goneTimeView({ st, place, code, start: gone.start });
}

interface GoneTimeOptions {
  st: OfferingSt;
  place: WizardPlace;
  code: BookingBlock | 'STUDENT_CONFLICT' | 'SLOT_UNAVAILABLE';
  start: Instant;
}

function goneTimeView({ st, place, code, start }: GoneTimeOptions): GoneTime {
  const { address, sts, zone, course } = place;
  const slots = canBookAnotherSlot(code) ? nextBestSlots(sts, { stId: st.id, start }) : [];
  return {
    start: iso(start),
    message: BOOK_SESSION_MESSAGES[code],
    action: recoveryLink(code, course.id),
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
