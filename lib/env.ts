import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

const schema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
    DEMO_SIGN_IN: flag,
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
    VERCEL_ENV: z.enum(['production', 'preview', 'development']).optional(),
  })
  .refine((env) => !(env.DEMO_SIGN_IN && env.VERCEL_ENV === 'production'), {
    path: ['DEMO_SIGN_IN'],
    message: 'lets anyone in as anyone and must not be true in production',
  })
  .refine((env) => !env.RESEND_API_KEY || env.EMAIL_FROM, {
    path: ['EMAIL_FROM'],
    message: 'is needed where RESEND_API_KEY is set',
  })
  .refine((env) => Boolean(env.GOOGLE_CLIENT_ID) === Boolean(env.GOOGLE_CLIENT_SECRET), {
    path: ['GOOGLE_CLIENT_SECRET'],
    message: 'and GOOGLE_CLIENT_ID go together',
  });

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
