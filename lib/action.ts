import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { requireViewer } from './auth/viewer';
import { logError, logInfo } from './log';
import type { Viewer } from './users/queries';

interface ActionDefinition<Schema extends z.ZodType, State> {
  /** As it stands in the log. */
  name: string;
  schema: Schema;
  run: (call: { viewer: Viewer; input: z.infer<Schema>; form: FormData }) => Promise<State>;
  /** What the form shows when its fields do not fit the schema. Keep what the person typed. */
  invalid: (form: FormData, error: z.ZodError) => State;
  /** What the form shows when something broke on our side. Keep what the person typed. */
  failed: (form: FormData) => State;
}

/**
 * A server action for `useActionState`: it asks for a signed-in viewer, parses the form, times and
 * logs the call. Bugs are logged with a request id and become `failed`; redirects pass through.
 */
export function defineAction<Schema extends z.ZodType, State>(
  definition: ActionDefinition<Schema, State>,
): (previous: State, form: FormData) => Promise<State> {
  const { name, schema, run, invalid, failed } = definition;
  return async (_previous, form) => {
    const startedAt = performance.now();
    const requestId = crypto.randomUUID();
    const log = (outcome: string) =>
      logInfo('action', {
        name,
        outcome,
        requestId,
        ms: Math.round(performance.now() - startedAt),
      });
    try {
      const viewer = await requireViewer();
      const parsed = schema.safeParse(Object.fromEntries(form));
      if (!parsed.success) {
        log('invalid');
        return invalid(form, parsed.error);
      }
      const state = await run({ viewer, input: parsed.data, form });
      log('answered');
      return state;
    } catch (error) {
      unstable_rethrow(error);
      logError('action', error, { name, requestId });
      return failed(form);
    }
  };
}
