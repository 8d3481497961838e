/** Minutes until a link expires. The database enforces this maximum. */
export const LINK_MINUTES = 10;

/** The page that asks for confirmation before it consumes the link. */
export function signInLinkPath(token: string): string {
  return `/login?${new URLSearchParams({ link: token })}`;
}
