import { z } from 'zod';
import { env } from '@/lib/env';
import { documentOf } from '@/lib/openapi';
import { otherMethods } from '@/lib/other-methods';
import { ok } from '@/lib/result';
import { defineRoute } from '@/lib/route';
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

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = otherMethods({ GET });
