import { headers } from 'next/headers';
import { isReckoned } from '@/lib/analytics/schema';
import { ownPath, PATH_HEADER } from '@/lib/auth/paths';

type Params = Record<string, string | string[] | undefined>;

/** What a page gets from its address. */
export type SearchParams = Promise<Params>;

/** The wizard's steps as its address holds them. What does not fit its form counts as absent. */
export interface WizardSearch {
  st: string | null;
  date: string | null;
  time: string | null;
  month: string | null;
  show: 'week' | null;
  later: boolean;
  from: string | null;
}

export async function readSearch(searchParams: SearchParams): Promise<WizardSearch> {
  return parseSearch(await searchParams);
}

function parseSearch(params: Params): WizardSearch {
  const text = (name: string, pattern: RegExp) => {
    const value = params[name];
    return typeof value === 'string' && pattern.test(value) ? value : null;
  };
  const time = text('time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  return {
    st: text('st', /^[0-9a-f-]{36}$/i),
    date: text('date', /^\d{4}-\d\d-\d\d$/),
    time: time && isReckoned(time) ? time : null,
    month: text('month', /^\d{4}-(0[1-9]|1[0-2])$/),
    show: text('show', /^week$/) ? 'week' : null,
    later: text('later', /^done$/) !== null,
    from: ownPath(text('from', /^\//)),
  };
}

/**
 * Where the student came from: the address's own `from`, else the page of this site that linked
 * here, unless that was the wizard itself. Null when neither is known.
 */
function cameFrom(from: string | null, referer: string | null, host: string | null) {
  if (from) return from;
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  const isElsewhere =
    url.host !== host || /^\/(login|booking?|courses\/[^/]+\/book)\b/.test(url.pathname);
  return isElsewhere ? null : ownPath(`${url.pathname}${url.search}`);
}

/** What the address held before, if the page of this path was asked for from itself, as the wizard's links do. */
function searchBefore(referer: string | null, host: string | null, path: string | null) {
  if (!referer || !path || !URL.canParse(referer)) return null;
  const { host: refererHost, pathname, searchParams } = new URL(referer);
  const isItself = refererHost === host && pathname === path.split('?')[0];
  return isItself ? parseSearch(Object.fromEntries(searchParams)) : null;
}

/** How this page was reached, as its request tells. */
export async function readArrival(search: WizardSearch) {
  const requested = await headers();
  const [referer, host] = [requested.get('referer'), requested.get('host')];
  return {
    from: cameFrom(search.from, referer, host),
    before: searchBefore(referer, host, requested.get(PATH_HEADER)),
  };
}

/** `path` with those parameters that have a value. */
export function withParams(path: string, params: Record<string, string | null>): string {
  const present = Object.entries(params).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return present.length > 0 ? `${path}?${new URLSearchParams(present)}` : path;
}
