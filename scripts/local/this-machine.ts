const HOSTS_OF_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Throws `what` with the reason unless the database is on this machine. */
export function requireThisMachine(databaseUrl: string, what: string): void {
  const { hostname } = new URL(databaseUrl);
  if (HOSTS_OF_THIS_MACHINE.includes(hostname)) return;
  throw new Error(`${what}: ${hostname} is not this machine.`);
}
