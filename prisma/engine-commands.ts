/** Commands of Prisma's CLI that read and write files, or talk to the database by other means. */
const WITHOUT_ENGINE = ['generate', 'studio', 'validate', 'format'];

/**
 * Whether the CLI, started with these arguments (process.argv), never runs its schema engine. It
 * insists on downloading the engine all the same, unless it is told where there is one.
 */
export function runsWithoutEngine(argv: string[]): boolean {
  const command = argv.slice(2).find((argument) => !argument.startsWith('-'));
  return command !== undefined && WITHOUT_ENGINE.includes(command);
}
