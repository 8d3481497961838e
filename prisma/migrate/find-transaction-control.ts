/** Text that is not a statement: comments, strings, quoted names and dollar-quoted bodies. */
const QUOTED =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/gi;

/** Function bodies in standard SQL contain statements and an END. */
const STANDARD_BODY = /\bBEGIN\s+ATOMIC\b[\s\S]*?;\s*END\b/gi;

const CONTROL =
  /^\s*(BEGIN|START\s+TRANSACTION|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE\s+TRANSACTION)\b/i;

/**
 * The first statement of a script that begins or ends a transaction, if any. Such a script is
 * not atomic.
 */
export function findTransactionControl(script: string): string | undefined {
  const statements = script.replace(QUOTED, ' ').replace(STANDARD_BODY, ' ').split(';');
  const found = statements.find((statement) => CONTROL.test(statement));
  return found?.trim().split('\n')[0];
}
