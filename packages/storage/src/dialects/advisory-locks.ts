/** Keys of PostgreSQL advisory locks; any constants that nothing else in the database uses. */

/** Held by the transaction of every writer of events and read models. */
export const APPEND_LOCK = 7_316_001;

/** Held by the connection of the server that owns the database. */
export const OWNER_LOCK = 7_316_002;
