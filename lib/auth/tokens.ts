import { createHash, createHmac } from 'node:crypto';

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
