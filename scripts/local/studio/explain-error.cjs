// Explains why the database refused an edit, with the comment on the constraint or table, or the error's own hint.

/**
 * @typedef {{ code?: string | undefined, message: string, detail?: string | undefined, hint?: string | undefined,
 *   constraint?: string | undefined, constraint_name?: string, table?: string | undefined, table_name?: string,
 *   column?: string | undefined, column_name?: string }} Refusal
 * @typedef {(sql: string, parameters: unknown[]) => Promise<Record<string, unknown>[]>} Query
 */

const CONSTRAINT_VIOLATIONS = ['23P01', '23503', '23505', '23514', '23001'];
const CONFLICTS = ['40001', '40P01', '55P03'];
/** Another row of the same edit has already changed this row through a trigger. */
const CHANGED_TWICE = '27000';
const NOT_ALLOWED = '42501';
const NOT_UPDATABLE = '55000';
const IS_EMPTY = '23502';

const OF_CONSTRAINT = `SELECT coalesce(
    (SELECT obj_description(oid, 'pg_constraint') FROM pg_constraint
     WHERE conname = $1 AND connamespace = 'public'::regnamespace LIMIT 1),
    obj_description(to_regclass('public.' || quote_ident($1)), 'pg_class')
  ) AS sentence`;

const OF_TABLE = `SELECT obj_description(to_regclass('public.' || quote_ident($1)), 'pg_class') AS sentence`;

const OF_CLAIM = `SELECT format('%s is taken from %s to %s by %s %s.', users.name, as_sentence_time(claim.starts_at),
    as_sentence_time(claim.ends_at), CASE WHEN claim.hold_expires_at IS NULL THEN 'session' ELSE 'hold' END, claim.session_id) AS sentence
  FROM calendar_claims AS claim JOIN users ON users.id = claim.user_id
  WHERE claim.user_id = $1::uuid AND claim.starts_at = $2::timestamptz`;

/** The conflicting claim, from PostgreSQL's detail. */
const CLAIM_IN_THE_WAY = /conflicts with existing key .*=\(([0-9a-f-]{36}), \["([^"]+)",/;

/**
 * The explanation of a refused edit; null if there is only the database's own
 * message.
 *
 * @param {Refusal} refusal
 * @param {Query} query
 * @returns {Promise<string | null>}
 */
async function explainError(refusal, query) {
  const { code = '', hint } = refusal;
  const constraint = refusal.constraint_name ?? refusal.constraint;
  if (CONFLICTS.includes(code)) return 'Somebody else changed this at the same time. Try again.';
  if (code === CHANGED_TWICE)
    return 'Two rows of this edit belong together. Save them one after the other.';
  if (code === NOT_UPDATABLE)
    return 'Rows cannot be added, changed or deleted in this view. Use the table instead.';
  if (code === NOT_ALLOWED) return explainPrivilege(refusal, query);
  if (code === IS_EMPTY) return explainEmpty(refusal);
  if (CONSTRAINT_VIOLATIONS.includes(code) && constraint) {
    const [who, why] = [
      await findClaim(refusal, query),
      await ask(query, OF_CONSTRAINT, constraint),
    ];
    return [who, why].filter(Boolean).join(' ') || null;
  }
  return hint ? `${refusal.message} ${hint}` : null;
}

/**
 * @param {Refusal} refusal
 * @param {Query} query
 */
async function explainPrivilege({ message }, query) {
  const table = /(?:table|view|relation) "?(\w+)"?/.exec(message)?.[1];
  if (!table) return null;
  const about = await ask(query, OF_TABLE, table);
  return ['Ops cannot make this change in', `${table}.`, about].filter(Boolean).join(' ');
}

/** @param {Refusal} refusal */
function explainEmpty({ table, table_name = table, column, column_name = column }) {
  return table_name && column_name ? `${column_name} of ${table_name} cannot be empty.` : null;
}

/**
 * @param {Refusal} refusal
 * @param {Query} query
 */
async function findClaim({ code, detail }, query) {
  const [, person, start] = CLAIM_IN_THE_WAY.exec(code === '23P01' ? (detail ?? '') : '') ?? [];
  return person && start ? ask(query, OF_CLAIM, person, start) : null;
}

/**
 * @param {Query} query
 * @param {string} sql
 * @param {unknown[]} parameters
 */
async function ask(query, sql, ...parameters) {
  const [row] = await query(sql, parameters);
  return typeof row?.sentence === 'string' ? row.sentence : null;
}

module.exports = { explainError };
