/** Commands of Prisma's CLI that read and write files, or talk to the database by other means. */
const WITHOUT_ENGINE = ['generate', 'studio', 'validate', 'format'];

/**
 * Whether the CLI, with these arguments (process.argv), never runs its schema engine. Even then it
 * downloads the engine, unless it is given the path of one.
 */
export function runsWithoutEngine(argv: string[]): boolean {
  const command = argv.slice(2).find((argument) => !argument.startsWith('-'));
  return command !== undefined && WITHOUT_ENGINE.includes(command);
}
