/** The settings of this server that calendar files need. */
export interface CalendarSite {
  /** `https://peerloop.example`, without a slash at its end. */
  origin: string;
  /** The sender address of invites. */
  organizer: string;
}

/** The site of a server that sends from `emailFrom`, or sends no email. */
export function calendarSite(siteUrl: string, emailFrom: string | undefined): CalendarSite {
  const { origin, hostname } = new URL(siteUrl);
  const address = emailFrom?.match(/<([^<>]+)>\s*$/)?.[1] ?? emailFrom ?? `sessions@${hostname}`;
  return { origin, organizer: address.trim() };
}
