/** Without its own, Next would run the one of the folder above. */
export function register() {}
