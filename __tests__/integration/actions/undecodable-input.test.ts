import { readdirSync } from 'node:fs';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { actAs } from '@/__tests__/support/server-actions';

jest.mock('next/headers', () => jest.requireActual('@/__tests__/support/request-scope'));
jest.mock('next/cache', () => ({ revalidatePath: jest.fn() }));
jest.mock('next/server', () => ({ ...jest.requireActual('next/server'), after: jest.fn() }));

beforeEach(truncate);

type Action = (...input: unknown[]) => Promise<unknown>;

const modules = readdirSync('app/actions').map(
  (file): Record<string, Action> => jest.requireActual(`@/app/actions/${file.replace('.ts', '')}`),
);
const actions = modules.flatMap((module) => Object.entries(module));

test.each(actions)('%s answers any arguments', async (_name, action) => {
  const viewer = await createUser();
  const odd = new FormData();
  odd.append('next', new File(['x'], 'x'));
  odd.append('email', new File(['x'], 'x'));
  const inputs = [[], ['x'], [null, null], [{}, {}], [{}, [1]], [odd], [{}, odd], [1, 2, 3]];
  for (const input of inputs) {
    const answer = await actAs(viewer, () => action(...input)).catch(leaveThePage);
    expect(['object', 'undefined']).toContain(typeof answer);
  }
});

function leaveThePage(error: unknown): void {
  if (!(error instanceof Error && error.message === 'NEXT_REDIRECT')) throw error;
}
