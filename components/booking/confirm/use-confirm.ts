import { unstable_rethrow } from 'next/navigation';
import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ConfirmAction, ConfirmState, Refusal } from '@/lib/booking/view-model';

const idle: ConfirmState = { status: 'idle' };

/**
 * What the person sees when no answer came. Nothing is lost, the choices stay as they were, and the
 * same idempotency key makes trying again safe.
 */
function unanswered(form: FormData, previous: ConfirmState): Refusal {
  const offered = previous.status === 'refused' ? previous : null;
  return {
    status: 'refused',
    code: 'NO_ANSWER',
    message: 'Unable to book. Please try again.',
    retryable: offered?.retryable ?? true,
    alternatives: offered?.alternatives ?? [],
    note: String(form.get('note') ?? ''),
    reminders: form.has('reminders'),
  };
}

interface Answer {
  state: ConfirmState;
  /** The time in the address when it was asked for. */
  askedAt: string | null;
}

/** Sends the form by hand, so that a lost connection is a refusal and not a crashed page. */
function useSend(confirm: ConfirmAction, posted: ConfirmState, time: string | null) {
  return useActionState<Answer, FormData>(
    async ({ state }, form) => {
      try {
        return { state: await confirm(state, form), askedAt: time };
      } catch (error) {
        unstable_rethrow(error);
        return { state: unanswered(form, state), askedAt: time };
      }
    },
    { state: posted, askedAt: time },
  );
}

/**
 * The form posts to the server action by itself where there is no JavaScript, and is sent by hand
 * where there is. Either way a refusal belongs to the time in the address, and is over when another
 * is chosen; what was typed stays.
 */
export function useConfirm(confirm: ConfirmAction, time: string | null) {
  const [posted, action] = useActionState(confirm, idle);
  const [answer, send, pending] = useSend(confirm, posted, time);
  const refusal = answer.state.status === 'refused' ? answer.state : null;
  const [note, setNote] = useState(refusal?.note ?? '');
  const [reminders, setReminders] = useState(refusal?.reminders ?? true);
  const underway = useRef(false);

  useEffect(() => {
    if (!pending) underway.current = false;
  }, [pending]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underway.current) return;
    underway.current = true;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => send(form));
  }

  return {
    action,
    onSubmit,
    pending,
    refusal: refusal && answer.askedAt === time ? refusal : null,
    note,
    setNote,
    reminders,
    setReminders,
  };
}

export type Confirmation = ReturnType<typeof useConfirm>;
