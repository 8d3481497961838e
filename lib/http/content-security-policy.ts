/**
 * What a page of ours may load and run: scripts that carry this request's `nonce` and those they load,
 * and otherwise only what comes from this site; pictures of people may come from anywhere.
 * The tools of `next dev` evaluate text as script and write styles into the page: next.config.mjs lets
 * them, and nobody else.
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
    // Where JavaScript is switched off, a form leads on to Google's sign-in.
    "form-action 'self' https://accounts.google.com",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  if (siteUrl.startsWith('https://')) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}
