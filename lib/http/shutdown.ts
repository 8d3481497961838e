/** 128 + SIGTERM. */
const EXIT_CODE_OF_NEXT = 143;

// Next bundles the instrumentation separately from the routes, so a module variable would not be shared.
const shared = globalThis as typeof globalThis & { shutdown?: AbortController };

function controller(): AbortController {
  shared.shutdown ??= new AbortController();
  return shared.shutdown;
}

/** Aborted on SIGTERM. After that, finish the current work and start nothing new. */
export function shutdownSignal(): AbortSignal {
  return controller().signal;
}

/**
 * On SIGTERM, Next stops listening and waits for open requests and `after` callbacks. This also aborts
 * the shutdown signal for long loops, and sets the exit code to 0.
 */
export function shutDownGracefully(): void {
  process.once('SIGTERM', () => {
    controller().abort();
    process.once('exit', (code) => {
      if (code === EXIT_CODE_OF_NEXT) process.exitCode = 0;
    });
  });
}
