import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** Runs a check even if others have failed, so that all problems are reported together. */
const evenAfterFailures = { when: () => true };

const variables = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
    DEMO_SIGN_IN: flag,
    DEMO_SITE: flag,
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: z
      .url({ protocol: /^https?$/ })
      .default('https://api.resend.com')
      .transform((url) => url.replace(/\/$/, '')),
    EMAIL_FROM: z.string().includes('@').optional(),
    CRON_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
  })
  .refine((env) => !env.RESEND_API_KEY || env.EMAIL_FROM, {
    path: ['EMAIL_FROM'],
    message: 'is needed where RESEND_API_KEY is set',
    ...evenAfterFailures,
  })
  .refine((env) => Boolean(env.GOOGLE_CLIENT_ID) === Boolean(env.GOOGLE_CLIENT_SECRET), {
    path: ['GOOGLE_CLIENT_SECRET'],
    message: 'and GOOGLE_CLIENT_ID go together',
    ...evenAfterFailures,
  });

/** Further requirements of a server that anyone can reach. */
const productionVariables = variables
  .refine((env) => env.NEXTAUTH_URL, {
    path: ['NEXTAUTH_URL'],
    message: 'is required in production',
    ...evenAfterFailures,
  })
  .refine((env) => !env.DEMO_SIGN_IN || env.DEMO_SITE, {
    path: ['DEMO_SIGN_IN'],
    message: 'lets anyone sign in as anyone; in production it needs DEMO_SITE=true',
    ...evenAfterFailures,
  });

export type Env = z.infer<typeof variables> & { NEXTAUTH_URL: string };

/**
 * Reads the variables of `.env.example` from a process environment.
 * Throws one sentence per variable that is missing or wrong. An empty variable counts as missing.
 */
export function parseEnv(
  source: Record<string, string | undefined>,
  { isProductionBuild = false } = {},
): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = (isProductionBuild ? productionVariables : variables).safeParse(present);
  if (parsed.success) {
    return { ...parsed.data, NEXTAUTH_URL: parsed.data.NEXTAUTH_URL ?? 'http://localhost:3000' };
  }
  const reasons = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${reasons.join('\n')}`);
}

let parsedOnce: Env | undefined;

/** The process's environment, parsed on first use, so that a build needs no variables. */
export function env(): Env {
  // Next inlines NODE_ENV at build time, so no variable of a running server can turn off the checks.
  const isProductionBuild = process.env.NODE_ENV === 'production';
  parsedOnce ??= parseEnv(process.env, { isProductionBuild });
  return parsedOnce;
}
