import { Client, DatabaseError } from 'pg';
import { sqlAsOwner } from './plain-sql';

export const ISOLATION_LEVELS = ['READ COMMITTED', 'REPEATABLE READ'] as const;

export type Isolation = (typeof ISOLATION_LEVELS)[number];

/** One of two concurrent transactions. */
export interface Side {
  as: 'app' | 'ops';
  /** The statement. */
  does: string;
  values?: readonly unknown[];
  /** Overrides the isolation level of the meeting for this side. */
  isolation?: Isolation;
}

export interface Meeting {
  isolation: Isolation;
  first: Side;
  second: Side;
  /** How the first ends; COMMIT by default. */
  ending?: 'COMMIT' | 'ROLLBACK';
  /**
   * Where the first pauses within its statement, such as `INSERT ON calendar_claims`, until the second
   * waits or is done. By default the first pauses after its statement.
   */
  pausedAt?: string;
}

/** `done`, or the SQLSTATE of the refusal. */
type Outcome = string;

export interface Met {
  first: Outcome;
  second: Outcome;
  /** Whether the second had to wait for the first. */
  waited: boolean;
}

/**
 * Interleaves two transactions: both begin and read the database; the first writes; the second writes, and
 * waits or finishes; only then does the first end. The second commits if its statement succeeded.
 */
export async function meet(meeting: Meeting): Promise<Met> {
  const { isolation, first, second, ending = 'COMMIT', pausedAt } = meeting;
  const [one, other, watcher] = [
    await connect(first.as),
    await connect(second.as),
    await connect(),
  ];
  const gate = pausedAt ? await closeGate(pausedAt) : null;
  try {
    const [onePid, otherPid] = [
      await begin(one, first.isolation ?? isolation, 'first'),
      await begin(other, second.isolation ?? isolation, 'second'),
    ];
    const firstDone = watch(attempt(one, first));
    if (!gate) await firstDone.outcome;
    else if (!(await waits(watcher, onePid, firstDone)))
      throw new Error(`Nothing was paused at ${pausedAt}.`);

    const secondDone = watch(
      attempt(other, second).then((outcome) => end(other, outcome, 'COMMIT')),
    );
    const waited = await waits(watcher, otherPid, secondDone);
    await gate?.open();
    const outcome = await end(one, await firstDone.outcome, ending);
    return { first: outcome, second: await secondDone.outcome, waited };
  } finally {
    await gate?.remove();
    await Promise.all([one, other, watcher].map((client) => client.end()));
  }
}

const URLS = {
  app: 'DATABASE_URL',
  ops: 'OPS_DATABASE_URL',
  owner: 'DIRECT_DATABASE_URL',
} as const;

async function connect(role: keyof typeof URLS = 'owner'): Promise<Client> {
  const client = new Client({ connectionString: process.env[URLS[role]] });
  await client.connect();
  return client;
}

/** Begins a transaction that sees the database as it is now. Returns the process id of its connection. */
async function begin(client: Client, isolation: Isolation, name: string): Promise<number> {
  await client.query(`SET application_name = '${name}'`);
  await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pg_backend_pid() AS pid, count(*) FROM users',
  );
  return rows[0]?.pid ?? 0;
}

async function attempt(client: Client, { does, values = [] }: Side): Promise<Outcome> {
  try {
    await client.query(does, [...values]);
    return 'done';
  } catch (error) {
    if (error instanceof DatabaseError) return error.code ?? error.message;
    throw error;
  }
}

async function end(client: Client, outcome: Outcome, ending: string): Promise<Outcome> {
  await client.query(outcome === 'done' ? ending : 'ROLLBACK');
  return outcome;
}

interface Watched {
  outcome: Promise<Outcome>;
  isSettled: boolean;
}

function watch(outcome: Promise<Outcome>): Watched {
  const watched = { outcome, isSettled: false };
  const settle = () => {
    watched.isSettled = true;
  };
  outcome.then(settle, settle);
  return watched;
}

/** Returns true as soon as the connection waits for a lock, and false once its work is done. */
async function waits(watcher: Client, pid: number, work: Watched): Promise<boolean> {
  while (!work.isSettled) {
    const { rows } = await watcher.query<{ waits: boolean }>(
      'SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits',
      [pid],
    );
    if (rows[0]?.waits) return true;
  }
  return false;
}

const GATE = 20_261_125;

/** Makes the first side stop before it changes a row of a table, until the gate opens. */
async function closeGate(changeOfTable: string) {
  const keeper = await connect();
  await keeper.query('SELECT pg_advisory_lock($1)', [GATE]);
  await sqlAsOwner(`CREATE FUNCTION stop_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NEW; END $$`);
  // Named so that it fires before the project's triggers.
  await sqlAsOwner(`CREATE TRIGGER "0_stop_at_gate" BEFORE ${changeOfTable} FOR EACH ROW
    WHEN (current_setting('application_name') = 'first') EXECUTE FUNCTION stop_at_gate()`);
  return {
    open: () => keeper.query('SELECT pg_advisory_unlock($1)', [GATE]),
    async remove() {
      await keeper.end();
      await sqlAsOwner('DROP FUNCTION stop_at_gate() CASCADE');
    },
  };
}
