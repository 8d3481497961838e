import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextRequest } from 'next/server';

// Stands in for `next/headers`: jest.mock('next/headers', () => jest.requireActual(<this module>)).

const current = new AsyncLocalStorage<NextRequest>();

/** Runs something as Next does while it answers this request. */
export function inRequest<Value>(request: NextRequest, run: () => Promise<Value>): Promise<Value> {
  return current.run(request, run);
}

function request(): NextRequest {
  const found = current.getStore();
  if (!found) throw new Error('No request is being answered.');
  return found;
}

export async function headers(): Promise<Headers> {
  return request().headers;
}

/** Changes are kept with the request. */
export async function cookies(): Promise<NextRequest['cookies']> {
  return request().cookies;
}
