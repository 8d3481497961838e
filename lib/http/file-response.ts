import { textResponse } from './json-response';

/** What a route answers with that gives out a file, for its OpenAPI document. */
export interface FileAnswer {
  /** Without parameters, such as `text/calendar`. */
  mediaType: string;
}

/** A file as a route gives it out. */
export interface AnsweredFile {
  content: string;
  /** Such as `text/calendar; charset=utf-8; method=PUBLISH`. */
  contentType: string;
  /** In plain ASCII. */
  filename: string;
}

/** A file that only whoever asks for it may keep, and only by asking each time whether it still holds. */
export function fileResponse(
  request: Request,
  { content, contentType, filename }: AnsweredFile,
  status: number,
): Response {
  const response = textResponse(request, content, { status, contentType, audience: 'viewer' });
  response.headers.set('Content-Disposition', `attachment; filename="${filename}"`);
  return response;
}
