/**
 * The wire's version. A client that speaks another one is asked to reload, after it has saved.
 * Raise it whenever the fingerprint of the contracts changes in a way that an older client cannot read,
 * and say why in the list below.
 *
 * 1: the first wire. Whatever came before the first release is part of it: no older client was there to be hurt.
 *    Added: the roles of whoever is signed in (`signedIn.roles`), which an older client leaves unread.
 *    Added: whose each stretch of a document's text is (document/authors), likewise.
 *    Added: opening a document again that was set aside (document/lift-quarantine).
 *    Assignments were added, and to documents whether they are handed in.
 *    Added: passing the lead on by hand (session/pass-lead). It tells a fact that older clients know.
 *    Added: which submission is taken back (assignment/take-back). No release has had assignments.
 *    Added: by what words are known again that are taken back and put back (chat/delete, chat/restore, message-restored): without it
 *    they count as edited, as before.
 *    Added: in what language a message was written (chat/post, session): an older client says none, and leaves it unread.
 *    Added: that no version is named in quarantine (document/name-version): a refusal that older clients know.
 *    Added: who asks to wait before handing in (assignment/ask-to-wait). No release has had assignments.
 *    Added: facts for teachers alone, of whom they keep out and let in again. No release has had them taken out.
 *    Added: who let one into a session again (`session/own-removal`), which an older client leaves unread.
 *    Added: how many words of an answer its template said (assignment/about, assignment/confirm, assignment/hand-in). No release has had assignments.
 *    Added: which version one brought back (document/versions), which an older client leaves unread.
 *    Added: who put a document into the trash (document/trashed), for whoever may take it out again.
 *    Added: whether a document is one's own or one's group's (document/list and others), which an older client leaves unread.
 *    Added: that nobody is asked to unmute while microphones are locked (seminar-room/ask-to-unmute): an older
 *    client says that it did not work, without why.
 *    Added: whom one can share a document with by name (document/people-to-share-with).
 */
export const WIRE_VERSION = 1;

/** Of `contracts.txt`, so that no contract changes unseen (contracts.test.ts). Set with each line above. */
export const WIRE_FINGERPRINT = '5e65f660f692917f';
