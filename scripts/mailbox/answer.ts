import type { ServerResponse } from 'node:http';

/** An error response in Resend's format. */
export interface Fault {
  statusCode: number;
  name: string;
  message: string;
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

export function answerFault(response: ServerResponse, fault: Fault): void {
  answerJson(response, fault.statusCode, fault);
}

/** The content is untrusted, so it must not run scripts or load resources. */
export function answerHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; frame-src 'self'",
  });
  response.end(html);
}
