import type { GuardProof } from '@/__tests__/support/guards/proof';
import { proveGuard } from '@/__tests__/support/guards/prove-guards';

// A proof that cannot fail proves nothing.

const PROOF: GuardProof = {
  guard: 'constraint sessions.sessions_note_is_short',
  promise: 'a note is at most 1000 characters long',
  attack: `UPDATE sessions SET note = repeat('n', 1001)`,
  isHeld: { refusal: { code: '23514', constraint: 'sessions_note_is_short' } },
};

const BUFFER = 'constraint sessions.sessions_buffer_is_not_negative';

function prove(changes: Partial<GuardProof>): Promise<void> {
  return proveGuard({ ...PROOF, ...changes });
}

test('a guard that is needed is proven', async () => {
  await expect(prove({})).resolves.toBeUndefined();
});

test('an attack without effect proves nothing', async () => {
  await expect(prove({ attack: `UPDATE sessions SET note = 'short'` })).rejects.toThrow(
    'The attack was not refused.',
  );
});

test('an attack that something else stops proves nothing of this guard', async () => {
  await expect(prove({ attack: 'UPDATE sessions SET buffer_minutes = -1' })).rejects.toThrow(
    'sessions_buffer_is_not_negative',
  );
});

test('a guard that is gone already fails', async () => {
  const arrange = 'ALTER TABLE sessions DROP CONSTRAINT sessions_note_is_short';
  await expect(prove({ arrange })).rejects.toThrow('The attack was not refused.');
});

test('a guard that is redundant because of another is named', async () => {
  const attack = `UPDATE sessions SET note = repeat('n', 1001), buffer_minutes = -1`;
  const isHeld = { refusal: { code: '23514' } };
  await expect(prove({ attack, isHeld })).rejects.toThrow(
    'The promise holds without "constraint sessions.sessions_note_is_short"',
  );
  await expect(prove({ attack, isHeld, alsoHeldBy: [BUFFER] })).resolves.toBeUndefined();
});

test('a guard that does not keep the promise is not named as one that does', async () => {
  await expect(prove({ alsoHeldBy: [BUFFER] })).rejects.toThrow(BUFFER);
});

test('an outcome that stays the same without the guard proves nothing', async () => {
  const isHeld = { outcome: 'SELECT true' };
  const attack = `UPDATE sessions SET note = 'short'`;
  await expect(prove({ attack, isHeld })).rejects.toThrow('The promise holds without');
});

test('a guard that does not exist is not proven', async () => {
  await expect(prove({ guard: 'constraint sessions.sessions_are_fun' })).rejects.toThrow(
    'sessions_are_fun',
  );
  await expect(prove({ guard: 'rule sessions.sessions_are_fun' })).rejects.toThrow(
    'No guard is called',
  );
});
