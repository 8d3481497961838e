import { truncate } from '@/__tests__/support/database';
import { SCENE } from '@/__tests__/support/guards/scene';
import { LOCK_PROOFS } from '@/__tests__/support/guards/triggers-that-lock';
import { meet } from '@/__tests__/support/interleaving';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';

// Writers of one person's time take turns, and do so because of these triggers.

async function switchTrigger(guard: string, how: 'DISABLE' | 'ENABLE'): Promise<void> {
  const [table, trigger] = guard.replace('trigger ', '').split('.');
  await sqlAsOwner(`ALTER TABLE ${table} ${how} TRIGGER ${trigger}`);
}

beforeEach(async () => {
  await truncate();
  await sqlAsOwner(SCENE);
});

test.each(LOCK_PROOFS.map((proof) => [proof.guard, proof.promise, proof] as const))(
  '%s: %s',
  async (guard, _promise, { first, second }) => {
    const meeting = { isolation: 'READ COMMITTED', first, second, ending: 'ROLLBACK' } as const;
    expect(await meet(meeting)).toEqual({ first: 'done', second: 'done', waited: true });

    await truncate();
    await sqlAsOwner(SCENE);
    await switchTrigger(guard, 'DISABLE');
    try {
      expect(await meet(meeting)).toEqual({ first: 'done', second: 'done', waited: false });
    } finally {
      await switchTrigger(guard, 'ENABLE');
    }
  },
);
