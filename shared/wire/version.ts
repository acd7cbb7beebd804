/**
 * The wire's version. A client that speaks another one is asked to reload, after it has saved.
 * Raise it whenever the fingerprint of the contracts changes in a way that an older client cannot read,
 * and say why in the list below.
 *
 * 1: the first wire: identity, programme, and a session's roster, chat, agenda and hand queue. Since then added, which an
 * older client neither asks for nor hears: a session's removals and log, the seminar room, and where each item of
 * the agenda stands, seen from the door.
 */
export const WIRE_VERSION = 1;

/** Of `contracts.txt`, so that no contract changes unseen (contracts.test.ts). Set with each line above. */
export const WIRE_FINGERPRINT = 'ce0a7eaad723cbb7';
