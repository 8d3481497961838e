import { textResponse } from './json-response';

/** Declares that a route responds with a file. */
export interface FileAnswer {
  /** A media type without parameters, such as `text/calendar`. */
  mediaType: string;
}

/** The file that a route responds with. */
export interface FileBody {
  content: string;
  /** Such as `text/calendar; charset=utf-8; method=PUBLISH`. */
  contentType: string;
  /** ASCII only. */
  filename: string;
}

/** A download. Only the viewer's browser may cache it, and it must revalidate each time. */
export function fileResponse(
  request: Request,
  { content, contentType, filename }: FileBody,
  status: number,
): Response {
  const response = textResponse(request, content, { status, contentType, audience: 'viewer' });
  response.headers.set('Content-Disposition', `attachment; filename="${filename}"`);
  return response;
}
