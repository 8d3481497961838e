/** Refuses to start with an environment that is incomplete or unsafe. */
export async function register(): Promise<void> {
  const { env } = await import('./lib/env');
  env();
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { prepareIncomingRequests } = await import('./lib/incoming');
  prepareIncomingRequests();
}
