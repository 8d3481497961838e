/** Minutes for which a priced session is held for payment. The database ends the hold. */
export const HOLD_MINUTES = 35;

/** Characters of a note to the ST. */
export const NOTE_MAX_LENGTH = 1_000;
