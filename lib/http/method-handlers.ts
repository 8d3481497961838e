import { randomUUID } from 'node:crypto';
import { COMMON_REFUSALS, problemResponse } from './problem';
import type { RouteHandler } from './route';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

type Method = (typeof METHODS)[number];
type Handler = (...request: Parameters<RouteHandler>) => Promise<Response>;

/**
 * All the methods of an address of which those `given` are what it takes: HEAD is answered as GET is,
 * OPTIONS with what there is, and the rest is refused.
 */
export function methodHandlers(
  given: Partial<Record<'GET' | 'POST', RouteHandler>>,
): Record<Method, Handler> {
  const { GET } = given;
  const own: Partial<Record<Method, Handler>> = GET ? { ...given, HEAD: GET } : given;
  const Allow = ['OPTIONS', ...Object.keys(own)].sort().join(', ');
  const refuseMethod = async () =>
    withAllow(
      problemResponse('METHOD_NOT_ALLOWED', COMMON_REFUSALS.METHOD_NOT_ALLOWED, {
        requestId: randomUUID(),
      }),
      Allow,
    );
  const tellMethods = async () => withAllow(new Response(null, { status: 204 }), Allow);
  return {
    GET: own.GET ?? refuseMethod,
    HEAD: own.HEAD ?? refuseMethod,
    OPTIONS: tellMethods,
    POST: own.POST ?? refuseMethod,
    PUT: refuseMethod,
    PATCH: refuseMethod,
    DELETE: refuseMethod,
  };
}

function withAllow(response: Response, allow: string): Response {
  response.headers.set('Allow', allow);
  return response;
}
