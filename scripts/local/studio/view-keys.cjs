// Studio identifies rows by their primary key, and shows only one row without it. Views have no primary key,
// so we name the key columns.

/** @type {Record<string, string[]>} */
const VIEW_KEYS = {
  booking_funnel: ['day', 'course_id'],
  offered_but_rejected: ['day', 'course_id'],
  ops_people: ['id'],
  ops_sessions: ['id'],
  ops_today: ['id'],
  refused_bookings: ['id'],
};

/**
 * Adds the keys of our views to the table information that Studio reads. Other results are unchanged.
 *
 * @param {unknown} rows
 */
function addViewKeys(rows) {
  if (!Array.isArray(rows)) return;
  for (const { name, columns } of rows) {
    const key = VIEW_KEYS[name];
    if (!key || !Array.isArray(columns)) continue;
    for (const column of columns) {
      const position = key.indexOf(column.name);
      if (position >= 0) column.pk = position + 1;
    }
  }
}

module.exports = { VIEW_KEYS, addViewKeys };
