'use client';

import { useActionState } from 'react';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Stack } from '../ui/stack';
import { SubmitButton } from '../ui/submit-button';
import styles from './calendar-feed.module.css';
import { FeedAddress, type FeedLinks } from './calendar-feed-address';
import type { CalendarFeedAction, CalendarFeedState } from './calendar-feed-state';

interface CalendarFeedProps {
  /** Null without a feed; `links` is null when its address can no longer be shown. */
  feed: { links: FeedLinks | null } | null;
  change: CalendarFeedAction;
}

export function CalendarFeed({ feed, change }: CalendarFeedProps) {
  const [state, action] = useActionState(change, { status: 'idle' });
  return (
    <Card as="section" aria-labelledby="calendar-feed-title">
      <Stack>
        <div>
          <h2 id="calendar-feed-title">Sessions in your calendar</h2>
          <p className={styles.text}>
            Subscribe once, and your calendar stays up to date as sessions are booked, moved or
            cancelled.
          </p>
        </div>
        <Outcome state={state} />
        {feed ? <FeedAddress links={feed.links} /> : null}
        <form action={action} className={styles.buttons}>
          {feed ? (
            <>
              <SubmitButton name="change" value="replace" variant="quiet" pendingLabel="Replacing…">
                Replace address
              </SubmitButton>
              <SubmitButton name="change" value="remove" variant="quiet" pendingLabel="Removing…">
                Remove address
              </SubmitButton>
            </>
          ) : (
            <SubmitButton name="change" value="create" pendingLabel="Creating…">
              Create private address
            </SubmitButton>
          )}
        </form>
      </Stack>
    </Card>
  );
}

const DONE = {
  create: 'Your address is ready.',
  replace: 'Your new address is ready. The old one no longer works, so subscribe again.',
  remove: 'Your address was removed. Calendars that use it will no longer update.',
} as const;

function Outcome({ state }: { state: CalendarFeedState }) {
  if (state.status === 'idle') return null;
  if (state.status === 'failed') {
    return (
      <Notice tone="error">
        <p>{state.message}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="success" live>
      <p>{DONE[state.status]}</p>
    </Notice>
  );
}
