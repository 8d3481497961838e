/** What a calendar file needs of this server. */
export interface CalendarSite {
  /** `https://peerloop.example`, without a slash at its end. */
  origin: string;
  /** The mail address that invites come from. */
  organizer: string;
}

/** The site of a server whose mail comes from `emailFrom`, or which sends none. */
export function calendarSite(siteUrl: string, emailFrom: string | undefined): CalendarSite {
  const { origin, hostname } = new URL(siteUrl);
  const address = emailFrom?.match(/<([^<>]+)>\s*$/)?.[1] ?? emailFrom ?? `sessions@${hostname}`;
  return { origin, organizer: address.trim() };
}
