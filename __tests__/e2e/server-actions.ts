import { readFileSync } from 'node:fs';
import type { APIRequestContext, APIResponse } from '@playwright/test';

export interface ServerAction {
  id: string;
  name: string;
  /** Pages that know it, by their folders: `app/courses/[course_id]/page`. */
  pages: string[];
}

interface Manifest {
  node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
}

/** Every server action of the build, also those that no page shows. */
export function listServerActions(): ServerAction[] {
  const file = '.next/server/server-reference-manifest.json';
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(manifest.node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    pages: Object.keys(workers).filter((page) => !page.includes('_not-found')),
  }));
}

/** Calls an action as React does when a form of `useActionState` is sent, with any form at all. */
export function callServerAction(
  request: APIRequestContext,
  { id }: ServerAction,
  { path, origin, form }: { path: string; origin: string; form: Record<string, string> },
): Promise<APIResponse> {
  // The parts that an argument refers to must be sent before it.
  const multipart = new FormData();
  for (const [name, value] of Object.entries(form)) multipart.append(`_1_${name}`, value);
  multipart.append('0', '[{},"$K1"]');
  return request.post(path, {
    maxRedirects: 0,
    headers: { 'next-action': id, origin },
    multipart,
  });
}
