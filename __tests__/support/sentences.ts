import type { DatabaseError } from 'pg';
import { explainError } from '@/scripts/local/studio/explain-error.cjs';
import { sql } from './plain-sql';

/** What Studio shows ops for a refusal: the database's own sentence, or its words where it has none. */
export async function sentenceFor(refusal: DatabaseError): Promise<string> {
  const query = (statement: string, values: unknown[]) => sql(statement, ...values);
  return (await explainError({ ...refusal, message: refusal.message }, query)) ?? refusal.message;
}
