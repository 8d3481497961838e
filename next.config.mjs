import { readdirSync } from 'node:fs';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';

// What every answer says to browsers, whatever it is. Pages also get a Content-Security-Policy that is
// made anew for each request: proxy.ts.
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const toRule = (source, values, condition = {}) => ({
  source,
  headers: Object.entries(values).map(([key, value]) => ({ key, value })),
  ...condition,
});

const migrations = readdirSync(new URL('prisma/migrations', import.meta.url), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const OVER_HTTPS = { has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }] };

/** @returns {import('next').NextConfig} */
export default function config(phase) {
  const hasTools = phase === PHASE_DEVELOPMENT_SERVER;
  return {
    // A folder with the server and what it needs of node_modules, for a container image: docs/deploy.md.
    ...(process.env.BUILD_STANDALONE === 'true' && { output: 'standalone' }),
    experimental: {
      // No page is generated again after the build, and a server may not be allowed to write to its folder.
      isrFlushToDisk: false,
      // Next keeps this much of what is sent to a page, whoever sends it. A server action takes no more either.
      proxyClientMaxBodySize: '1mb',
    },
    // Parts of the calendar's library that the browser would load for nothing.
    turbopack: {
      resolveAlias: {
        '@date-fns/tz': { browser: './components/booking/calendar/lighter/time-zones.ts' },
        'date-fns/format': { browser: './components/booking/calendar/lighter/format.ts' },
      },
    },
    reactStrictMode: true,
    poweredByHeader: false,
    // Written into the build, so no setting of a running server can loosen the policy of its pages,
    // and each server knows which migrations it was built for.
    env: {
      MIGRATIONS_OF_THIS_BUILD: migrations.join(),
      SCRIPT_SOURCES_OF_TOOLS: hasTools ? " 'unsafe-eval'" : '',
      STYLE_SOURCES_OF_TOOLS: hasTools ? " 'unsafe-inline'" : '',
    },
    headers: async () => [
      toRule('/:path*', headers),
      toRule('/:path*', { 'Strict-Transport-Security': 'max-age=31536000' }, OVER_HTTPS),
      toRule('/api/:path*', {
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      }),
    ],
  };
}
