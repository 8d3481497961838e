/** The advisory lock that every Prisma migrator holds, including `prisma migrate deploy`. */
export const MIGRATOR_LOCK_KEY = 72_707_369;

/** The condition on pg_locks for its holder in this database. */
export const HOLDS_MIGRATOR_LOCK = `locktype = 'advisory' AND classid = 0
  AND objid = ${MIGRATOR_LOCK_KEY} AND objsubid = 1 AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
