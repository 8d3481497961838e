import { headers } from 'next/headers';
import { PATH_HEADER, sameSitePath } from '@/lib/auth/paths';
import { parseWizardAddress, type WizardAddress } from '@/lib/booking/wizard-address';

/** What a page gets from its address. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Reads the wizard's address. A parameter that is given twice counts as absent. */
export async function readAddress(searchParams: SearchParams): Promise<WizardAddress> {
  const params = await searchParams;
  return parseWizardAddress({
    get: (name) => {
      const value = params[name];
      return typeof value === 'string' ? value : null;
    },
  });
}

/** How a request reached the wizard. */
export interface Arrival {
  /** The page of this site that the Back link leads to; null when it is not known. */
  from: string | null;
  /** What was chosen before, when a link of this wizard led here; null for a new visit. */
  before: WizardAddress | null;
}

export async function readArrival(address: WizardAddress): Promise<Arrival> {
  const requestHeaders = await headers();
  const referer = requestHeaders.get('referer');
  const host = requestHeaders.get('host');
  return {
    from: address.from ?? previousPage(referer, host),
    before: previousAddress(referer, host, requestHeaders.get(PATH_HEADER)),
  };
}

/** The page of this site that linked here, unless it was the wizard or the sign-in page. */
function previousPage(referer: string | null, host: string | null): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  const isExcluded = /^\/(login|booking?|courses\/[^/]+\/book)\b/.test(url.pathname);
  return url.host === host && !isExcluded ? sameSitePath(`${url.pathname}${url.search}`) : null;
}

/** The address before this one, when the wizard at `path` linked to itself. */
function previousAddress(referer: string | null, host: string | null, path: string | null) {
  if (!referer || !path || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  const isSameWizard = url.host === host && url.pathname === path.split('?')[0];
  return isSameWizard ? parseWizardAddress(url.searchParams) : null;
}
