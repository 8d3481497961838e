/** Minutes until a link expires. The database enforces this maximum. */
export const LINK_MINUTES = 10;

/** Links per person within `LINK_MINUTES`; further requests send nothing. */
export const LINKS_AT_ONCE = 3;

/** The page that asks for confirmation before it consumes the link. */
export function signInLinkPath(token: string): string {
  return `/login?${new URLSearchParams({ link: token })}`;
}
