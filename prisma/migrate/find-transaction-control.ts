/** What is no statement: comments, strings, quoted names and bodies between dollar signs. */
const QUOTED =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/gi;

/** Bodies of functions in standard SQL have statements of their own and an END. */
const STANDARD_BODY = /\bBEGIN\s+ATOMIC\b[\s\S]*?;\s*END\b/gi;

const CONTROL =
  /^\s*(BEGIN|START\s+TRANSACTION|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE\s+TRANSACTION)\b/i;

/**
 * The first statement of a script that begins or ends a transaction, or nothing. Such a script is
 * not applied whole or not at all.
 */
export function findTransactionControl(script: string): string | undefined {
  const statements = script.replace(QUOTED, ' ').replace(STANDARD_BODY, ' ').split(';');
  const found = statements.find((statement) => CONTROL.test(statement));
  return found?.trim().split('\n')[0];
}
