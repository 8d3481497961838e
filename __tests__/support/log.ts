const errors: string[] = [];

/**
 * Takes the errors that match out of what this test has logged, and fails when there are none. An
 * error that no test takes out fails the test in which it was logged.
 */
export function expectLogged(pattern: RegExp): void {
  const all = errors.splice(0);
  errors.push(...all.filter((line) => !pattern.test(line)));
  if (errors.length === all.length) {
    throw new Error(`No error was logged that matches ${pattern}. Logged: ${all.join('\n')}`);
  }
}

/** Keeps the log off the screen, and collects its errors and what libraries print as one. */
export function captureLog(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    jest.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      const line = String(text);
      if (line.startsWith('{"level":"error"')) errors.push(line);
      else if (!line.startsWith('{"level":')) return write(text, ...(rest as []));
      return true;
    });
  }
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      errors.push(`console.${level}: ${words.map(String).join(' ')}`);
    });
  }
}

export function expectNothingLogged(): void {
  expect(errors.splice(0)).toEqual([]);
}
