import { PrismaPg } from '@prisma/adapter-pg';
import { DatabaseError } from 'pg';
import { presentAsPool } from './connection';
import { claimIn, markEnd } from './migration-record';
import type { MigratorSession } from './migrator-session';
import { runScript } from './run-script';
import { composeFailure, convertForEngine } from './sql-errors';

/**
 * The engine's adapter for the database. Prisma's adapter splits scripts at every semicolon,
 * even inside function bodies and comments. This one sends a script whole, so that it is
 * atomic. `fail` gets the server's message for a failed script; the engine's own message has
 * no line number.
 */
export function createAdapter(session: MigratorSession, fail: (error: unknown) => void): PrismaPg {
  const factory = new PrismaPg(presentAsPool(session.client));
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    // The migration whose record the engine has started; its script comes next.
    let begun: string | undefined;
    adapter.queryRaw = (query) => {
      const claim = claimIn(query.sql);
      if (claim) begun = String(query.args.at(-1));
      return queryRaw(claim ? { ...query, sql: claim } : query);
    };
    adapter.executeScript = async (script) => {
      const name = begun;
      begun = undefined;
      try {
        if (name === undefined) await session.client.query(script);
        else await runScript(session, name, await markEnd(session.client, script));
      } catch (error) {
        fail(composeFailure(error, name ?? 'The record of the migrations', script));
        throw error instanceof DatabaseError ? convertForEngine(error, script) : error;
      }
    };
    return adapter;
  };
  return factory;
}
