import { sameSitePath } from '@/lib/auth/paths';
import { isSupportedTime } from '@/lib/time/supported-range';

/**
 * The parameters of the wizard's URL. They hold all choices, so that Back, reload and sharing work.
 */
export interface WizardAddress {
  stId: string | null;
  /** `2026-03-03`, in the viewer's zone. */
  date: string | null;
  /** The start of a slot: an ISO instant in UTC with milliseconds. */
  time: string | null;
  /** The displayed month, `2026-03`. */
  month: string | null;
  /** Whether only this week's days are shown. */
  thisWeek: boolean;
  /** Whether "Schedule Later" has just been chosen. */
  later: boolean;
  /** The page of this site that the Back link leads to. */
  from: string | null;
}

interface Params {
  get(name: string): string | null;
}

/** The names of the parameters in the URL, in the order of the URL. */
const NAMES = {
  stId: 'st',
  from: 'from',
  date: 'date',
  time: 'time',
  month: 'month',
  thisWeek: 'show',
  later: 'later',
} as const satisfies Record<keyof WizardAddress, string>;

type Field = keyof typeof NAMES;

const FIELDS = Object.keys(NAMES) as Field[];

/** The value of each parameter that has only one possible value. */
const FLAGS = { thisWeek: 'week', later: 'done' } as const;

/** Reads the URL's parameters. Malformed ones count as absent. */
export function parseWizardAddress(params: Params): WizardAddress {
  const text = (field: Field, pattern: RegExp) => {
    const value = params.get(NAMES[field]);
    return value !== null && pattern.test(value) ? value : null;
  };
  const isSet = (field: keyof typeof FLAGS) => params.get(NAMES[field]) === FLAGS[field];
  const time = text('time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  return {
    stId: text('stId', /^[0-9a-f-]{36}$/i),
    date: text('date', /^\d{4}-\d\d-\d\d$/),
    time: time && isSupportedTime(time) ? time : null,
    month: text('month', /^\d{4}-(0[1-9]|1[0-2])$/),
    thisWeek: isSet('thisWeek'),
    later: isSet('later'),
    from: sameSitePath(text('from', /^\//)),
  };
}

/** The wizard for a course, or for one ST if `preselectedStId` is set. */
export function wizardPath(courseId: string, preselectedStId: string | null = null): string {
  return preselectedStId ? `/book/${preselectedStId}` : `/courses/${courseId}/book`;
}

export type WizardParams = { [Name in keyof WizardAddress]?: WizardAddress[Name] | undefined };

export function wizardHref(path: string, address: WizardParams): string {
  const thisWeek = address.thisWeek ? FLAGS.thisWeek : null;
  const later = address.later ? FLAGS.later : null;
  const values = { ...address, thisWeek, later };
  const present = FIELDS.flatMap((field) => {
    const value = values[field];
    return value ? [[NAMES[field], value]] : [];
  });
  if (present.length === 0) return path;
  // Colons in times are valid in a query string and easier to read unescaped.
  return `${path}?${new URLSearchParams(present)}`.replaceAll('%3A', ':');
}
