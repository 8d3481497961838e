import { Client, DatabaseError } from 'pg';
import { ROLES } from '@/scripts/local/roles';
import { type GuardProof, type Held, type Run, removalOf, runIn, type Trial } from './proof';
import { SCENE } from './scene';

const KEPT = 'The promise was kept.';

/** One named test per proof. */
export function proveGuards(proofs: readonly GuardProof[]): void {
  test.each(proofs.map((proof) => [proof.guard, proof.promise, proof] as const))(
    '%s: %s',
    async (_guard, _promise, proof) => proveGuard(proof),
  );
}

/**
 * Throws unless the promise holds with the guard in place and the very same attack breaks it without. All
 * of it happens in a transaction that is rolled back.
 */
export function proveGuard(proof: GuardProof): Promise<void> {
  return inTransaction(async (run) => {
    await run(SCENE);
    if (proof.arrange) await run(proof.arrange);
    await compareTrials(run, proof);
  });
}

async function compareTrials(run: Run, proof: GuardProof): Promise<void> {
  const { guard, isHeld, alsoHeldBy: others = [] } = proof;
  const alone = await tryAttack(run, proof, others);
  expect(describeTrial(alone, isHeld)).toEqual(
    isHeld.refusal ? expect.objectContaining(isHeld.refusal) : KEPT,
  );

  const unguarded = await tryAttack(run, proof, [guard, ...others]);
  if (!breaks(unguarded, isHeld)) throw new StillHeld(guard, describeTrial(unguarded, isHeld));

  // Each of the others must be enough alone. Otherwise it would hide what the guard is needed for.
  for (const other of others) {
    const gone = [guard, ...others].filter((name) => name !== other);
    const trial = await tryAttack(run, proof, gone);
    expect({ other, isBroken: breaks(trial, isHeld) }).toEqual({ other, isBroken: false });
  }
}

/** Something else keeps the promise when the guard is gone, so the proof must name it in alsoHeldBy. */
class StillHeld extends Error {
  constructor(guard: string, found: unknown) {
    super(`The promise holds without "${guard}": ${JSON.stringify(found)}`);
  }
}

/** Attacks once while some objects are gone, and undoes both. */
async function tryAttack(run: Run, proof: GuardProof, gone: readonly string[]): Promise<Trial> {
  await run('SAVEPOINT trial');
  try {
    for (const guard of gone) await run(removalOf(guard));
    const { as = 'owner', isHeld } = proof;
    // Not SET ROLE: the database looks at session_user to see who acts.
    if (as !== 'owner') await run(`SET LOCAL SESSION AUTHORIZATION ${ROLES[as]}`);
    const refusal = await refusalOf(run(proof.attack));
    if (refusal) return { refusal };
    await run('SET LOCAL SESSION AUTHORIZATION DEFAULT');
    return { refusal: null, outcome: await outcomeOf(run, isHeld) };
  } finally {
    await run('ROLLBACK TO SAVEPOINT trial');
  }
}

async function refusalOf(attack: Promise<unknown>): Promise<DatabaseError | null> {
  try {
    await attack;
    return null;
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
}

async function outcomeOf(run: Run, { outcome }: Held): Promise<boolean | null> {
  if (outcome === undefined) return null;
  if (typeof outcome !== 'string') return outcome(run);
  const rows = await run<Record<string, unknown>>(outcome);
  const values = rows.flatMap((row) => Object.values(row));
  if (values.length === 1 && typeof values[0] === 'boolean') return values[0];
  throw new Error(`This is not a query of one boolean: ${outcome}`);
}

/** Whether an attack went through. Where it had to succeed, a failure breaks the promise as well. */
function breaks(trial: Trial, { refusal }: Held): boolean {
  if (trial.refusal) return refusal === undefined;
  return trial.outcome !== true;
}

function describeTrial(trial: Trial, { refusal }: Held): unknown {
  if (trial.refusal) {
    const { code, constraint, table, message } = trial.refusal;
    return { code, constraint, table, message };
  }
  if (refusal) return 'The attack was not refused.';
  return trial.outcome ? KEPT : 'The promise was broken.';
}

/** Runs statements of the owner in a transaction that is rolled back. */
export async function inTransaction(use: (run: Run) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: process.env.DIRECT_DATABASE_URL });
  await client.connect();
  try {
    await client.query('BEGIN');
    await use(runIn(client));
  } finally {
    // Whatever happened in it ends with its connection.
    await client.end();
  }
}
