import { createHash, createHmac } from 'node:crypto';

/** Minutes for which a link signs in. The database refuses one that lasts longer. */
export const LINK_MINUTES = 10;

/** Links that one person may be sent within `LINK_MINUTES`; what is asked for beyond is not sent. */
export const LINKS_AT_ONCE = 3;

/**
 * The token of a link. It follows from the link's id and the server's secret, so that the mail can be
 * written again after a failure although the token is stored nowhere.
 */
export function signInToken(secret: string, linkId: string): string {
  return createHmac('sha256', secret).update(`sign-in-link ${linkId}`).digest('base64url');
}

/** What is stored of a token. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

/** The path of the page that asks whether to sign in with this token. */
export function linkPath(token: string): string {
  return `/login?${new URLSearchParams({ link: token })}`;
}
