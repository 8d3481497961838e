import { Client } from 'pg';

/** How many statements `run` sends to the database, on any connection, with BEGIN and COMMIT. */
export async function countStatements(run: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await run();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
