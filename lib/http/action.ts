import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { requireViewer } from '@/lib/auth/viewer';
import { logError, logInfo } from '@/lib/log';
import type { Viewer } from '@/lib/users/queries';

interface ActionDefinition<Schema extends z.ZodType, State, Caller> {
  /** As it stands in the log. */
  name: string;
  schema: Schema;
  run: (call: Caller & { input: z.infer<Schema>; form: FormData }) => Promise<State>;
  /** What the form shows when its fields do not fit the schema. Keep what the person typed. */
  invalid: (form: FormData, error: z.ZodError) => State;
  /** What the form shows when something broke on our side. Keep what the person typed. */
  failed: (form: FormData) => State;
}

/** A server action as `useActionState` takes it. */
type FormStateAction<State> = (previous: State, form: FormData) => Promise<State>;

/**
 * A server action for `useActionState`: it asks for a signed-in viewer, parses the form, times and
 * logs the call. Bugs are logged with a request id and become `failed`; redirects pass through.
 */
export function defineAction<Schema extends z.ZodType, State>(
  definition: ActionDefinition<Schema, State, { viewer: Viewer }>,
): FormStateAction<State> {
  return answerForm(definition, async () => ({ viewer: await requireViewer() }));
}

/** The same for the few actions that a person takes before signing in. */
export function definePublicAction<Schema extends z.ZodType, State>(
  definition: ActionDefinition<Schema, State, object>,
): FormStateAction<State> {
  return answerForm(definition, async () => ({}));
}

/** The same for a form that shows nothing: each of its answers leads to a page. */
export function defineLeavingAction<Schema extends z.ZodType>(
  definition: ActionDefinition<Schema, never, object>,
): (form: FormData) => Promise<void> {
  const answer = answerForm(definition, async () => ({}));
  return async (form) => answer(undefined, form);
}

function answerForm<Schema extends z.ZodType, State, Caller>(
  { name, schema, run, invalid, failed }: ActionDefinition<Schema, State, Caller>,
  identify: () => Promise<Caller>,
): (previous: unknown, form: FormData) => Promise<State> {
  return async (_previous, given) => {
    // What an action is called with comes from outside, whatever its type says.
    const form = given instanceof FormData ? given : new FormData();
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

/** Whether Next threw this itself, as it does for a redirect. */
function isNextControlFlow(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
