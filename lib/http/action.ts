import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { requireViewer } from '@/lib/auth/viewer';
import { logError, logInfo } from '@/lib/log';
import type { Viewer } from '@/lib/users/queries';

interface ActionDefinition<Schema extends z.ZodType, State, Caller> {
  /** The name in the log. */
  name: string;
  schema: Schema;
  run: (call: Caller & { input: z.infer<Schema>; form: FormData }) => Promise<State>;
  /** The form's state when its fields do not match the schema. Keep what the person typed. */
  invalid: (form: FormData, error: z.ZodError) => State;
  /** The form's state after an unexpected error. Keep what the person typed. */
  failed: (form: FormData) => State;
}

type FormStateAction<State> = (previous: State, form: FormData) => Promise<State>;

/**
 * Defines a server action for `useActionState`. It requires a viewer, parses the form, and logs the
 * call with its duration. Bugs are logged with a request id and return `failed`; redirects pass through.
 */
export function defineAction<Schema extends z.ZodType, State>(
  definition: ActionDefinition<Schema, State, { viewer: Viewer }>,
): FormStateAction<State> {
  return createAction(definition, async () => ({ viewer: await requireViewer() }));
}

/** Like `defineAction`, without a viewer. */
export function definePublicAction<Schema extends z.ZodType, State>(
  definition: ActionDefinition<Schema, State, object>,
): FormStateAction<State> {
  return createAction(definition, async () => ({}));
}

/** Like `definePublicAction`, for a form without state: every outcome is a redirect. */
export function defineRedirectAction<Schema extends z.ZodType>(
  definition: ActionDefinition<Schema, never, object>,
): (form: FormData) => Promise<void> {
  const action = createAction(definition, async () => ({}));
  return async (form) => action(undefined, form);
}

function createAction<Schema extends z.ZodType, State, Caller>(
  { name, schema, run, invalid, failed }: ActionDefinition<Schema, State, Caller>,
  identify: () => Promise<Caller>,
): (previous: unknown, form: FormData) => Promise<State> {
  return async (_previous, submitted) => {
    // Clients can call an action with any argument, whatever its type says.
    const form = submitted instanceof FormData ? submitted : new FormData();
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
      const caller = await identify();
      const parsed = schema.safeParse(Object.fromEntries(form));
      if (!parsed.success) {
        log('invalid');
        return invalid(form, parsed.error);
      }
      const state = await run({ ...caller, input: parsed.data, form });
      log('answered');
      return state;
    } catch (error) {
      if (isNextControlFlow(error)) {
        log('redirected');
        throw error;
      }
      logError('action', error, { name, requestId });
      return failed(form);
    }
  };
}

/** Next throws to redirect. */
function isNextControlFlow(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
