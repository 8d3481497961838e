import { truncate } from './database';
import { setDatabaseTime } from './database-time';
import { NOW } from './factories';
import { ID, SCENE } from './guards/scene';
import { sqlAsOwner } from './plain-sql';

/** A row in each table that is not the scene's, so that there is something to attack. */
const RECORDS = `
  INSERT INTO payments (session_id, stripe_checkout_id, status, amount_cents, currency)
    VALUES (${ID.session}, 'cs_1', 'paid', 2500, 'usd');
  INSERT INTO stripe_events (id, type) VALUES ('evt_1', 'checkout.session.completed');
  INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
    VALUES ('schedule_later', database_now(), ${ID.student}, ${ID.course},
      jsonb_build_object('course_id', ${ID.course}));
  INSERT INTO sign_in_links (user_id, token_hash, expires_at)
    VALUES (${ID.student}, sha256('a token'), now() + interval '10 minutes');
  INSERT INTO calendar_feeds (user_id, token_hash) VALUES (${ID.student}, sha256('a feed'));`;

/** The scene of the guard proofs (see guards/scene.ts), with a row in every other table. For beforeEach. */
export async function arrangeAttackedScene(): Promise<void> {
  await truncate();
  await setDatabaseTime(NOW);
  await sqlAsOwner(SCENE + RECORDS);
}
