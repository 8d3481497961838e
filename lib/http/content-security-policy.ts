/**
 * The Content-Security-Policy of a page. Scripts need this request's `nonce`; avatars may come from any
 * host. next.config.mjs sets the environment variables in development only, because the tools of
 * `next dev` need eval and inline styles.
 */
export function contentSecurityPolicy(nonce: string, siteUrl: string): string {
  const directives = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${process.env.SCRIPT_SOURCES_OF_TOOLS ?? ''}`,
    `style-src 'self'${process.env.STYLE_SOURCES_OF_TOOLS ?? ''}`,
    "img-src 'self' data: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // Without JavaScript, the sign-in form redirects to Google.
    "form-action 'self' https://accounts.google.com",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  if (siteUrl.startsWith('https://')) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}
