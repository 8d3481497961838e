import { Client } from 'pg';

/** The roles that the migrations create: for the application and for ops. */
export const ROLES = { app: 'peerloop_app', ops: 'peerloop_ops' } as const;

export type RoleName = keyof typeof ROLES;

/** The URL of the same database for one of the roles, with the owner's password. */
export function urlForRole(ownerUrl: string, role: RoleName): string {
  return Object.assign(new URL(ownerUrl), { username: ROLES[role] }).href;
}

/** Lets both roles sign in with the owner's password. For servers on this machine only. */
export async function letRolesSignIn(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const password = client.escapeLiteral(decodeURIComponent(new URL(ownerUrl).password));
    for (const role of Object.values(ROLES)) {
      await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${password}`);
    }
  } finally {
    await client.end();
  }
}
