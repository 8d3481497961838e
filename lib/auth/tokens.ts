import { createHash, createHmac } from 'node:crypto';

/**
 * The token of a sign-in link, derived from the link's id and the server's secret, so that an email can
 * be retried although the token is not stored.
 */
export function signInToken(secret: string, linkId: string): string {
  return createHmac('sha256', secret).update(`sign-in-link ${linkId}`).digest('base64url');
}

/** The stored form of a token. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
