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
import { BOOK_SESSION_FORM_MESSAGES } from '@/lib/sessions/messages';

const idle: ConfirmState = { status: 'idle' };

/**
 * The refusal for a request that got no answer. Trying again is safe, because the idempotency key stays
 * the same.
 */
function unanswered(form: FormData, previous: ConfirmState): Refusal {
  const offered = previous.status === 'refused' ? previous : null;
  return {
    status: 'refused',
    code: 'NO_ANSWER',
    message: BOOK_SESSION_FORM_MESSAGES.BOOKING_FAILED,
    retryable: offered?.retryable ?? true,
    alternatives: offered?.alternatives ?? [],
    note: String(form.get('note') ?? ''),
    reminders: form.has('reminders'),
  };
}

interface Answer {
  state: ConfirmState;
  /** The time in the URL when the form was sent. */
  askedAt: string | null;
}

/** Sends the form in code, so that a lost connection shows a refusal instead of the error page. */
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
 * Without JavaScript the form posts to the server action; with it, the form is sent in code. Either way
 * a refusal belongs to the time in the URL and disappears when another is chosen; the message stays.
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
