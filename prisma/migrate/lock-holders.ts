/** A connection that holds a lock that others wait for. Null fields are not visible to this role. */
export interface LockHolder {
  /** Zero: a prepared transaction, which has no process. */
  pid: number;
  application: string | null;
  role: string | null;
  /** How long its transaction, or otherwise its connection, has been open. */
  seconds: number | null;
}

/** For example: process 4242 (monthly report, role analyst, for 12 minutes). */
export function describeHolders(holders: LockHolder[]): string {
  if (holders.length === 0) return 'another transaction';
  return holders.map(describeHolder).join(' and ');
}

function describeHolder({ pid, application, role, seconds }: LockHolder): string {
  if (pid === 0) return 'a prepared transaction (see pg_prepared_xacts)';
  const known = [
    application,
    role && `role ${role}`,
    seconds === null ? null : `for ${describeDuration(seconds)}`,
  ];
  return `process ${pid} (${known.filter(Boolean).join(', ') || 'of another role'})`;
}

/** The statement with which an operator ends them. */
export function composeTermination(holders: LockHolder[]): string {
  const pids = holders.map(({ pid }) => pid).filter((pid) => pid !== 0);
  return pids.length > 0
    ? `SELECT ${pids.map((pid) => `pg_terminate_backend(${pid})`).join(', ')}`
    : 'pg_terminate_backend';
}

/** Whole minutes from the second minute on; whole hours from the second hour on. */
function describeDuration(seconds: number): string {
  if (seconds < 120) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
}
