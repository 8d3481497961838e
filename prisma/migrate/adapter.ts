import { PrismaPg } from '@prisma/adapter-pg';
import { DatabaseError } from 'pg';
import { presentAsPool } from './connection';
import { claimIn, markEnd } from './migration-record';
import type { MigratorSession } from './migrator-session';
import { runScript } from './run-script';
import { composeFailure, convertForEngine } from './sql-errors';

/**
 * What the engine talks to the database through. Prisma's adapter cuts scripts at every semicolon,
 * those inside function bodies and comments too; this one sends a script whole, so it is also
 * applied whole or not at all. `fail` hears of a script's failure in the server's words; the
 * engine has its own, without the line.
 */
export function createAdapter(session: MigratorSession, fail: (error: unknown) => void): PrismaPg {
  const factory = new PrismaPg(presentAsPool(session.client));
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    // The migration whose record the engine has begun: its script comes next.
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
