import { millisecondsInDay } from 'date-fns/constants';
import { bookingHorizon } from '@/lib/availability/offered-times';
import { formatPrice } from '@/lib/courses/price';
import { HOLD_MINUTES } from '@/lib/sessions/limits';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import type { OfferedSlot } from '@/lib/student-teachers/next-best-slots';
import type { RequestedSt } from '@/lib/student-teachers/offering-sts';
import { formatZone } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { clipZone } from '@/lib/time/zone';
import { findZone } from '@/lib/time/zone-offsets';
import type { BookingBlock } from './booking-block';
import { alternativeViews, calendarBounds, stCard } from './calendar-views';
import { compactStarts } from './compact-starts';
import { draftKey } from './draft-key';
import type { LoadedWizard } from './load-wizard';
import { canBookAnotherSlot, recoveryLink } from './recovery-link';
import type { ChooseStView, GoneTime, WizardData } from './view-model';
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

/** The instants for which the browser gets the zones: the horizon, and clock changes near it. */
const ZONE_MARGIN_MS = 7 * millisecondsInDay;

export function wizardData(st: RequestedSt, place: WizardPlace): WizardData {
  const { course, address, preselectedStId, viewerId, now } = place;
  const { from } = address;
  const { start, end } = bookingHorizon(st.rules, now.getTime());
  const around = { start: start - ZONE_MARGIN_MS, end: end + ZONE_MARGIN_MS };
  const zoneNamed = (name: string) => clipZone(findZone(name), around);
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
    ...calendarBounds(st.rules, place.zone, now.getTime()),
    starts: compactStarts(st.starts),
    zone: zoneNamed(place.zone),
    stZone: st.user.timezone === null ? null : zoneNamed(st.user.timezone),
    now: now.getTime(),
    path: wizardPath(course.id, preselectedStId),
    fixedParams: preselectedStId ? { from } : { stId: st.id, from },
    gone: goneOf(st, place),
    draftKey: draftKey({ viewerId, courseId: course.id }),
  };
}

/** The wizard when nothing can be booked: it keeps a filled-in form and offers no times. */
export function blockedWizardData(
  st: RequestedSt,
  place: WizardPlace,
  code: BookingBlock,
): WizardData {
  const { time } = place.address;
  const data = wizardData({ ...st, starts: [] }, { ...place, gone: null });
  const alternatives = canBookAnotherSlot(code) ? (place.gone?.alternatives ?? []) : [];
  return {
    ...data,
    gone: time ? goneTime({ st, place, code, start: Date.parse(time), alternatives }) : null,
  };
}

/** The time in the URL when it can no longer be booked. */
function goneOf(st: RequestedSt, place: WizardPlace): GoneTime | null {
  if (!place.gone) return null;
  const { isViewersOwn, ...gone } = place.gone;
  return goneTime({
    st,
    place,
    code: isViewersOwn ? 'STUDENT_CONFLICT' : 'SLOT_UNAVAILABLE',
    ...gone,
  });
}

interface GoneTimeOptions {
  st: RequestedSt;
  place: WizardPlace;
  code: BookingBlock | 'STUDENT_CONFLICT' | 'SLOT_UNAVAILABLE';
  start: Instant;
  alternatives: OfferedSlot[];
}

function goneTime({ st, place, code, start, alternatives }: GoneTimeOptions): GoneTime {
  const { address, zone, course } = place;
  return {
    start: iso(start),
    message: BOOK_SESSION_MESSAGES[code],
    action: recoveryLink(code, course.id),
    alternatives: alternativeViews(alternatives, {
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
