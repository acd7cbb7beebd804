/**
 * The wire's version. A client that speaks another one is asked to reload, after it has saved.
 * Raise it whenever the fingerprint of the contracts changes in a way that an older client cannot read,
 * and say why in the list below.
 *
 * 1: the first wire: identity, programme, and a session's roster, chat, agenda and hand queue. Since then added, which an
 * older client neither asks for nor hears: a session's removals and log, the seminar room, where each item of the
 * agenda stands, seen from the door, putting back a message that was taken back, and trying one's own line to the media
 * server. Before the first release, so that no older client was there to be hurt: when a message was deleted, in place of
 * whether.
 */
export const WIRE_VERSION = 1;

/** Of `contracts.txt`, so that no contract changes unseen (contracts.test.ts). Set with each line above. */
export const WIRE_FINGERPRINT = '5cf2806749bda89b';
