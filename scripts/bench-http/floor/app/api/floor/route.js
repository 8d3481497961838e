/** The least that an API answer made for each request can be. */
export function GET(request) {
  return Response.json({ agent: request.headers.get('user-agent') });
}
