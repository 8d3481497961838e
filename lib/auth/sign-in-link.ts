/** Minutes for which a link signs in. The database refuses one that lasts longer. */
export const LINK_MINUTES = 10;

/** Links that one person may be sent within `LINK_MINUTES`; what is asked for beyond is not sent. */
export const LINKS_AT_ONCE = 3;

/** The path of the page that asks whether to sign in with this token. */
export function signInLinkPath(token: string): string {
  return `/login?${new URLSearchParams({ link: token })}`;
}
