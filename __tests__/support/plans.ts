import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '@/prisma/client/client';

/** Tables that grow with people, bookings or time. */
const GROWING = new Set([
  'analytics_events',
  'availability',
  'availability_exceptions',
  'calendar_claims',
  'enrollments',
  'notifications',
  'payments',
  'session_events',
  'sessions',
  'student_teachers',
  'users',
]);

/** A step of a plan as EXPLAIN writes it, with what happened when it ran. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** One statement, or one inside a function or trigger, as the database ran it. */
export interface RanStatement {
  text: string;
  plan: PlanNode;
}

/** Rows that one step of a statement read from a table that grows. */
interface Reading {
  how: string;
  table: string;
  rows: number;
  statement: string;
}

// Each statement reports its plan, also inside functions and triggers.
const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
  // To read a small table as a whole is cheap, to read a large one is not: a whole table is read only where no
  // index serves, and an index is as near as it is on a solid-state disk.
  enable_seqscan: 'off',
  random_page_cost: '1.1',
};

/**
 * Gives the product a connection on which the database tells how it runs each statement. Call it before
 * anything asks for the product's own.
 */
export function watchStatements(): {
  during(run: () => Promise<unknown>): Promise<RanStatement[]>;
} {
  let ran: RanStatement[] = [];
  const options = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  // Only the owner may load a library.
  const connectionString = process.env.DIRECT_DATABASE_URL;
  const pool = new Pool({ connectionString, options: options.join(' ') });
  pool.on('connect', (client) => {
    client.on('notice', ({ message = '' }) => ran.push(...statementIn(message)));
  });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  Object.assign(globalThis, { prisma: new PrismaClient({ adapter }) });
  return {
    during: async (run) => {
      ran = [];
      await run();
      return ran;
    },
  };
}

function statementIn(notice: string): RanStatement[] {
  const [, json] = /^duration: [\d.]+ ms {2}plan:\n(\{[\s\S]*)$/.exec(notice) ?? [];
  if (!json) return [];
  const { 'Query Text': text, Plan: plan } = JSON.parse(json);
  return [{ text, plan }];
}

/** What the statements read of tables that grow, and of their indexes, step by step. */
export function readingsOf(statements: readonly RanStatement[]): Reading[] {
  return statements.flatMap(({ text, plan }) =>
    stepsOf(plan).flatMap(({ step, table }) => {
      if (!table || !GROWING.has(table) || !step['Node Type'].endsWith('Scan')) return [];
      const statement = text.replace(/\s+/g, ' ').trim();
      return [{ how: step['Node Type'], table, rows: rowsRead(step), statement }];
    }),
  );
}

/** Each step with the table it reads. One that reads an index for a bitmap names no table: its parent does. */
function stepsOf(step: PlanNode, above?: string): { step: PlanNode; table: string | undefined }[] {
  const table = step['Relation Name'] ?? above;
  const passedOn = step['Node Type'].startsWith('Bitmap') ? table : undefined;
  return [{ step, table }, ...(step.Plans ?? []).flatMap((below) => stepsOf(below, passedOn))];
}

function rowsRead(step: PlanNode): number {
  const each =
    (step['Actual Rows'] ?? 0) +
    (step['Rows Removed by Filter'] ?? 0) +
    (step['Rows Removed by Index Recheck'] ?? 0);
  return Math.round(each * (step['Actual Loops'] ?? 0));
}

/** The readings that a larger database would make slower: of a whole table, or of more rows than `limit`. */
export function growingReadings(statements: readonly RanStatement[], limit: number): Reading[] {
  return readingsOf(statements).filter(({ how, rows }) => how === 'Seq Scan' || rows > limit);
}

/** Expects that a statement was seen: one inside a function or trigger, for example. */
export function expectStatement(statements: readonly RanStatement[], text: string): void {
  expect(statements.filter((statement) => statement.text.includes(text))).not.toEqual([]);
}
