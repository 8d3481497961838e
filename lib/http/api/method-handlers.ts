import { randomUUID } from 'node:crypto';
import { COMMON_REFUSALS, problemResponse } from './problem';
import type { RouteHandler } from './route';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

type Method = (typeof METHODS)[number];
type Handler = (...request: Parameters<RouteHandler>) => Promise<Response>;

/**
 * Completes the handlers of a route: HEAD is handled as GET, OPTIONS lists the supported methods in
 * `Allow`, and all other methods are refused with 405.
 */
export function methodHandlers(
  routes: Partial<Record<'GET' | 'POST', RouteHandler>>,
): Record<Method, Handler> {
  const { GET } = routes;
  const supported: Partial<Record<Method, Handler>> = GET ? { ...routes, HEAD: GET } : routes;
  const Allow = ['OPTIONS', ...Object.keys(supported)].sort().join(', ');
  const refuseMethod = async () =>
    withAllow(
      problemResponse('METHOD_NOT_ALLOWED', COMMON_REFUSALS.METHOD_NOT_ALLOWED, {
        requestId: randomUUID(),
      }),
      Allow,
    );
  const listMethods = async () => withAllow(new Response(null, { status: 204 }), Allow);
  return {
    GET: supported.GET ?? refuseMethod,
    HEAD: supported.HEAD ?? refuseMethod,
    OPTIONS: listMethods,
    POST: supported.POST ?? refuseMethod,
    PUT: refuseMethod,
    PATCH: refuseMethod,
    DELETE: refuseMethod,
  };
}

function withAllow(response: Response, allow: string): Response {
  response.headers.set('Allow', allow);
  return response;
}
