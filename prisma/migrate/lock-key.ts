/** The advisory lock that every migrator of Prisma holds while it works, `prisma migrate deploy` too. */
export const MIGRATOR_LOCK_KEY = 72_707_369;

/** Which rows of pg_locks say who holds it for this database. */
export const HOLDS_MIGRATOR_LOCK = `locktype = 'advisory' AND classid = 0
  AND objid = ${MIGRATOR_LOCK_KEY} AND objsubid = 1 AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
