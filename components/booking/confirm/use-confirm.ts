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
import { useDraft } from './use-draft';

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
  /** The idempotency key for the next try. */
  key: string;
}

/** The key for the next try. A refusal has a new key if the form's key has already booked. */
function keyAfter(state: ConfirmState, key: string): string {
  return (state.status === 'refused' && state.nextKey) || key;
}

interface SentForm {
  time: string | null;
  key: string;
}

/** Sends the form in code, so that a lost connection shows a refusal instead of the error page. */
function useSend(confirm: ConfirmAction, posted: ConfirmState, { time, key: firstKey }: SentForm) {
  return useActionState<Answer, FormData>(
    async ({ state, key }, form) => {
      try {
        const answer = await confirm(state, form);
        return { state: answer, askedAt: time, key: keyAfter(answer, key) };
      } catch (error) {
        unstable_rethrow(error);
        return { state: unanswered(form, state), askedAt: time, key };
      }
    },
    { state: posted, askedAt: time, key: keyAfter(posted, firstKey) },
  );
}

interface FormOptions {
  /** The time in the URL. */
  time: string | null;
  idempotencyKey: string;
  /** The key in session storage for what was typed. */
  draftKey: string;
}

/**
 * Without JavaScript the form posts to the server action; with it, the form is sent in code. Either way
 * a refusal belongs to the time in the URL and disappears when another is chosen; the message stays.
 */
export function useConfirm(
  confirm: ConfirmAction,
  { time, idempotencyKey, draftKey }: FormOptions,
) {
  // A refresh passes a new key; the open form keeps its first one, so that it books only once.
  const [firstKey] = useState(idempotencyKey);
  const [posted, action] = useActionState(confirm, idle);
  const [answer, send, pending] = useSend(confirm, posted, { time, key: firstKey });
  const refusal = answer.state.status === 'refused' ? answer.state : null;
  const { draft, changeDraft } = useDraft(draftKey, refusal);
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
    idempotencyKey: answer.key,
    pending,
    refusal: refusal && answer.askedAt === time ? refusal : null,
    draft,
    changeDraft,
  };
}

export type Confirmation = ReturnType<typeof useConfirm>;
