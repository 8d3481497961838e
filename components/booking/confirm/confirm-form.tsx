import { Checkbox } from '@/components/ui/checkbox';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Place, placeHref } from '@/lib/booking/place';
import type { WizardView } from '@/lib/booking/view-model';
import { NOTE_MAX_LENGTH } from '@/lib/sessions/limits';
import { remindersHint } from '@/lib/sessions/reminders';
import styles from './confirm-form.module.css';
import { RefusalAlert } from './refusal-alert';
import type { Confirmation } from './use-confirm';
import type { ShownRefusal } from './use-gone-time-refusal';

function charactersLeft(note: string): string {
  const left = NOTE_MAX_LENGTH - note.length;
  return left === 1 ? '1 character left' : `${left} characters left`;
}

export interface ConfirmFormProps {
  view: WizardView;
  place: Place;
  confirmation: Confirmation;
  /** The server's refusal, or the one that sending the form now would get. */
  refusal: ShownRefusal | null;
}

type FieldsProps = Omit<ConfirmFormProps, 'refusal'>;

/** Hidden fields that the server action needs besides the visible ones. */
function ChosenFields({ view, place, confirmation }: FieldsProps) {
  return (
    <>
      <input type="hidden" name="start" value={place.slot?.start ?? place.goneStart ?? ''} />
      <input type="hidden" name="st_id" value={view.st.id} />
      <input type="hidden" name="idempotency_key" value={confirmation.idempotencyKey} />
    </>
  );
}

function NoteAndReminders({ view, place, confirmation }: FieldsProps) {
  const { draft, changeDraft } = confirmation;
  return (
    <>
      <Checkbox
        id="reminders"
        name="reminders"
        label="Enable session reminders"
        hint={place.slot?.reminders ?? remindersHint()}
        checked={draft.reminders}
        onChange={(event) => changeDraft({ reminders: event.target.checked })}
      />
      <TextAreaField
        id="note"
        name="note"
        label={`Message to ${view.st.name} (optional)`}
        hint={charactersLeft(draft.note)}
        maxLength={NOTE_MAX_LENGTH}
        value={draft.note}
        onChange={(event) => changeDraft({ note: event.target.value })}
      />
    </>
  );
}

function ConfirmBar({ view, confirmation }: Pick<ConfirmFormProps, 'view' | 'confirmation'>) {
  const { price, holdMinutes } = view;
  return (
    <div className={styles.bar}>
      {price ? (
        <p className={styles.price} id="price">
          This session costs {price}. Online payment isn't available yet, so Book Session only holds
          this time for {holdMinutes} minutes. You won't be charged.
        </p>
      ) : null}
      <SubmitButton
        pendingLabel={price ? 'Holding this time…' : 'Booking…'}
        pending={confirmation.pending}
        aria-describedby={price ? 'price' : undefined}
      >
        Book Session
      </SubmitButton>
    </div>
  );
}

export function ConfirmForm(props: ConfirmFormProps) {
  const { view, place, confirmation, refusal } = props;
  const otherTimes = placeHref(view, { date: place.day?.date, thisWeek: place.thisWeek });
  return (
    <form className={styles.form} action={confirmation.action} onSubmit={confirmation.onSubmit}>
      {/* Enter triggers a form's first button. This disabled one keeps it from booking by accident. */}
      <button type="submit" disabled hidden />
      <ChosenFields {...{ view, place, confirmation }} />
      {refusal ? <RefusalAlert {...{ view, refusal, confirmation, otherTimes }} /> : null}
      <NoteAndReminders {...{ view, place, confirmation }} />
      {refusal && !refusal.retryable ? null : <ConfirmBar {...{ view, confirmation }} />}
    </form>
  );
}
