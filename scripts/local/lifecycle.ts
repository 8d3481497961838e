const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const PARENT_CHECK_MS = 1_000;

const cleanUps: (() => Promise<void>)[] = [];
const controller = new AbortController();

/** Aborted when the script starts to end. Do not start anything new after that. */
export const ending = controller.signal;

/** Registers a cleanup for the end of the script. The last one runs first. */
export function onEnd(cleanUp: () => Promise<void>): void {
  cleanUps.unshift(cleanUp);
}

/** Runs a script until it ends or is stopped, and leaves no process behind. */
export function runScript(main: () => Promise<void>): void {
  for (const [signal, code] of Object.entries(EXIT_CODES)) process.on(signal, () => void end(code));
  process.on('uncaughtException', fail);
  // A closed terminal must not prevent the cleanup.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  endWithParent();
  main().then(() => end(0), fail);
}

/** npm does not pass SIGHUP and SIGKILL on to this script. */
function endWithParent(): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const check = () => void (process.ppid === parent || end(EXIT_CODES.SIGHUP));
  setInterval(check, PARENT_CHECK_MS).unref();
}

function fail(error: unknown): void {
  // An error caused by the interruption is not reported.
  if (ending.aborted) return;
  console.error(sentenceOf(error));
  void end(1);
}

/** Our own errors and those of programs are printed as messages. Any other error is a bug, and has its stack. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const saysWhy = error.constructor === Error || error.name === 'ExecaError';
  return saysWhy ? error.message : (error.stack ?? error.message);
}

async function end(code: number): Promise<void> {
  if (ending.aborted) return;
  controller.abort();
  for (const cleanUp of cleanUps) {
    await cleanUp().catch((error: unknown) => console.error(sentenceOf(error)));
  }
  process.exit(code);
}
