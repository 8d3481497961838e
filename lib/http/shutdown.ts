/** 128 + SIGTERM, as a process ends that was killed. */
const EXIT_CODE_OF_NEXT = 143;

// Next bundles the instrumentation apart from the routes; the controller is shared by both.
const shared = globalThis as typeof globalThis & { shutdown?: AbortController };

function controller(): AbortController {
  shared.shutdown ??= new AbortController();
  return shared.shutdown;
}

/** Aborted once the process has been told to stop: finish what is begun, and begin nothing else. */
export function shutdownSignal(): AbortSignal {
  return controller().signal;
}

/**
 * On SIGTERM, Next stops listening and waits for its requests and for what runs after their responses.
 * This adds the signal for long loops, and 0 as the exit code of a process that stopped as it was told.
 */
export function shutDownGracefully(): void {
  process.once('SIGTERM', () => {
    controller().abort();
    process.once('exit', (code) => {
      if (code === EXIT_CODE_OF_NEXT) process.exitCode = 0;
    });
  });
}
