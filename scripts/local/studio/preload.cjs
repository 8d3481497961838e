// Loaded before Prisma Studio: explains refused edits, and adds the keys of our views. If another
// version of Studio uses the database differently, it warns, and Studio shows the database's own messages.
const Module = require('node:module');
const { explainError } = require('./explain-error.cjs');
const { addViewKeys } = require('./view-keys.cjs');

const EXECUTORS = '@prisma/studio-core/data/postgresjs';
const EXPLAIN_WITHIN_MS = 2_000;
const IS_NEW = `This Prisma Studio reaches the database in a new way: refusals are the database's own words, and
views show one row. See scripts/local/studio/preload.cjs.`;

/** An Error would lose its message on the way to Studio's page. */
Object.defineProperty(Error.prototype, 'toJSON', {
  configurable: true,
  writable: true,
  value() {
    return { ...this, name: this.name, message: this.message };
  },
});

const load = Module._load;
Module._load = function loadExplained(request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request !== EXECUTORS) return loaded;
  const { createPostgresJSExecutor } = loaded;
  if (typeof createPostgresJSExecutor !== 'function') {
    console.error(IS_NEW);
    return loaded;
  }
  return {
    ...loaded,
    createPostgresJSExecutor: (...given) => withSentences(createPostgresJSExecutor(...given)),
  };
};

/** The same executor, with explanations of refused edits. */
function withSentences(executor) {
  const query = async (sql, parameters) => {
    const [error, rows] = await executor.execute({ sql, parameters });
    if (error) throw error;
    return rows;
  };
  const wrap =
    (run) =>
    async (...given) => {
      const answer = await run.apply(executor, given);
      await explainAll(answer, query);
      return answer;
    };
  const { execute, executeSequence, executeTransaction } = executor;
  return {
    ...executor,
    execute: wrap(async (...given) => {
      const answer = await execute.apply(executor, given);
      addViewKeys(answer[1]);
      return answer;
    }),
    ...(executeSequence && { executeSequence: wrap(executeSequence) }),
    ...(executeTransaction && { executeTransaction: wrap(executeTransaction) }),
  };
}

/** Results are pairs of an error and rows, or pairs of such pairs. */
async function explainAll(answer, query) {
  if (!Array.isArray(answer)) return;
  for (const part of answer) {
    if (part instanceof Error) part.message = (await explain(part, query)) ?? part.message;
    else if (Array.isArray(part) && part[0] instanceof Error) await explainAll(part, query);
  }
}

/** Null if there is no explanation, or none was found in time, because the response must not wait. */
async function explain(error, query) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, EXPLAIN_WITHIN_MS, null);
  });
  try {
    return await Promise.race([explainError(error, query), late]);
  } catch (failure) {
    console.error('The sentence for a refused edit was not found:', failure);
    return null;
  } finally {
    clearTimeout(timer);
  }
}
