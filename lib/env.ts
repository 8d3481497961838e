import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** Checked together with the rest, so that everything that is wrong is named at once. */
const atOnce = { when: () => true };

const schema = z
  .object({
    NODE_ENV: z.string().optional(),
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
  .refine((env) => env.NODE_ENV !== 'production' || env.NEXTAUTH_URL, {
    path: ['NEXTAUTH_URL'],
    message: 'is required in production',
    ...atOnce,
  })
  .refine((env) => env.NODE_ENV !== 'production' || !env.DEMO_SIGN_IN || env.DEMO_SITE, {
    path: ['DEMO_SIGN_IN'],
    message: 'lets anyone sign in as anyone; in production it needs DEMO_SITE=true',
    ...atOnce,
  })
  .refine((env) => !env.RESEND_API_KEY || env.EMAIL_FROM, {
    path: ['EMAIL_FROM'],
    message: 'is needed where RESEND_API_KEY is set',
    ...atOnce,
  })
  .refine((env) => Boolean(env.GOOGLE_CLIENT_ID) === Boolean(env.GOOGLE_CLIENT_SECRET), {
    path: ['GOOGLE_CLIENT_SECRET'],
    message: 'and GOOGLE_CLIENT_ID go together',
    ...atOnce,
  })
  .transform(({ NEXTAUTH_URL = 'http://localhost:3000', ...env }) => ({ ...env, NEXTAUTH_URL }));

export type Env = z.infer<typeof schema>;

/**
 * Reads the variables of `.env.example` from a process environment.
 * Throws one sentence per variable that is missing or wrong. An empty variable counts as missing.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${reasons.join('\n')}`);
}

let parsedOnce: Env | undefined;

/** The process's environment, parsed when it is first asked for, so that a build needs none. */
export function env(): Env {
  parsedOnce ??= parseEnv(process.env);
  return parsedOnce;
}
