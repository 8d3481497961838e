import { z } from 'zod';
import { env } from '@/lib/env';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { documentOf } from '@/lib/http/api/openapi';
import { defineRoute } from '@/lib/http/api/route';
import { ok } from '@/lib/result';
import { ADDRESSES } from './addresses';

export const GET = defineRoute(
  {
    name: 'getOpenApi',
    summary: 'This document',
    audience: 'anyone',
    answer: z.looseObject({ openapi: z.string() }),
  },
  async () => ok({ ...documentOf(ADDRESSES, env().NEXTAUTH_URL) }),
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
