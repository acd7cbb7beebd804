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
 *    What came of being asked to unmute is told as it came about (seminar-room/answer-unmute). No release has had rooms.
 *    Added: whom one can share a document with by name (document/people-to-share-with).
 *    Added: reactions to messages (chat/react, message-reacted): an older client leaves them unread.
 *    Added: hiding a message and showing it again (chat/hide, chat/unhide), for teachers.
 *    Added: searching what is said in a session (chat/search).
 *    Added: taking the chat out of a session (chat/export).
 *    Added: each person's line to a session's teachers (team-line/…, team-line, team-desk), which an older client does not ask for.
 *    Added: what is shown for a moment and kept by nobody (reaction/…), which an older client does not hear.
 *    Added: the support card, its reading over HTTP and its change (support-card/change).
 *    Added: reporting a concern, who reads it, and reading it (concern/…).
 *    Added: that the agenda can be changed (agenda/edit, agenda/editable), its version, and the facts of it. No release has had sessions.
 *    Added: that the agenda can be changed (agenda/edit, agenda/editable), its version, the facts of it, and who may (session/door). No release has had sessions.
 *    Added: that the agenda can be changed (agenda/edit, agenda/editable), its version, the facts of it, who may (session/door), and templates (agenda/beginnings, agenda/fill, agenda/keep-template,
 *    agenda/delete-template). No release has had sessions.
 *    Session notes have four parts and a version (session, session/door, session/own-invitations, calendar/home-page), and are written
 *    (session/write-notes). No release has had sessions.
 *    Added: how long a chat is kept (session), and that it is erased (chat-erased).
 *    Added: quiet pauses (pause/…, session), and that nobody on pause is given the word (hand-queue/give-word). No release has had pauses.
 *    Added: a pause for all (pause-for-all/…, session), likewise.
 *    Added: what a cohort or a group has agreed on (agreement/…).
 *    Added: guest links (guest/…), their door over HTTP, and as what a guest is here (session). An older client shows a guest as before.
 *    Whether one has said yes is told as how one stands to the text of now (assignment/list). No release has had assignments.
 *    Added: the lobby (lobby/…, lobby, lobby-place), that an invitation alone lets nobody in, and whether one has to wait (session/door, session/own-invitations). No release has had a lobby.
 *    Added: whether a version came of bringing one back (document/restore-version): an older client says that one did, as before.
 *    Added: a locked session and a closed chat (session/lock, chat/close, session, session-door), with the refusals of whoever meets them, and the words
 *    to whoever is taken out (session/remove, session/log, session/own-removal). No release has had them taken out.
 *    Added: what people are called in short, and that somebody is shown otherwise (session, shown-as). No release has had sessions.
 *    Added: what one is shown as oneself (profile/own, profile/save).
 *    Added: what is left of a session that is over (session/afterwards, attendance/of-session), and beginning one from the last
 *    (session/begin-from-last, session/door), and what has been (calendar/past-sessions). No release has had sessions.
 *    Added: what one is shown as oneself (profile/own, profile/save, profile/remove-picture), and its picture over HTTP.
 *    Added: as what a guest waits (lobby). An older client shows a guest as before.
 *    Added: what a locked door means for whoever looks at a session (session/door, session/own-invitations). No release has had sessions.
 *    Added: that somebody is a guest, and as what (chat/export, team-desk, team-line/of-session). An older client shows the name alone.
 *    Added: that whom an act in the hosts' log met is a guest (session/log), which an older client leaves unread.
 *    Added: taking a beginning back, and what was not reached (session/take-beginning-back, session/afterwards, session/door). No release has had sessions.
 *    Added: how many concerns one has not read (concern/unread, concern/open).
 *    Added: that one is in no group, and whom to ask (assignment/list, assignment/about). No release has had assignments.
 *    Added: what tells apart those who can be named to read concerns (concern/possible-readers). No release has had concerns.
 *    Added: whom a guest's link is for (lobby), and that a teacher is ending the session (lobby-place). No release has had a lobby.
 *    Added: what the times of a session that is on are reckoned from (session/door). No release has had sessions.
 *    Added: who took back what was handed in (assignment/about, paper). No release has had assignments.
 *    Added: what choosing a password asks for, and a mailed code as proof (GET and PUT /api/me/password). An older client asks as before.
 *    Added: when what was handed in was taken back (assignment/papers). No release has had assignments.
 *    Added: when a document's text was handed in and taken back (assignment/hand-ins). No release has had assignments.
 *    Added: whether one is in a session oneself (session/door, own-invitations). No release has had sessions.
 *    Added: rounds (round/…, session). No release has had sessions.
 *    Added: that a guest's link was withdrawn, in the hosts' log (session/log), which an older client leaves unread.
 *    Added: the language for the letter with a code (POST /api/auth/email-otp/send-verification-otp). An older client asks without.
 *    Added: polls and check-ins (poll/…, session). No release has had sessions.
 *    Added: by how much a next session's agenda is too long (session/afterwards). No release has had sessions.
 *    Added: breakouts (breakout/…, session), and what is said in one (chat/post, chat/earlier, chat/search). No release has had sessions.
 *    Added: voice notes (round/give-voice-note, voice-note-given, session), their parts and sound over HTTP. No release has had sessions.
 *    Added: one's own attendance, tables of it, ticks and corrections (attendance/…), and how a figure came about (attendance/of-session). No release has had sessions.
 *    Added: quizzes (quiz/…, session) and templates of rounds (round/templates, round/keep-template, round/drop-template). No release has had sessions.
 *    Added: captions (captions/…), which are shown and kept by nobody. An older client does not hear them.
 *    Added: people and invitations (people/…). No release has had them.
 *    Added: second factors and passkeys (GET /api/door, /api/sign-in/…, /api/me/second-factor, /api/me/passkeys, /api/me/again). No school has asked for one.
 *    Added: the audit log (audit/…). An older client does not ask for it.
 *    Added: one's own calendar of some days (calendar/between), planning, changing and cancelling sessions (planning/…), and the address of a calendar (calendar/address, …). No release has had sessions.
 *    Added: another place to sign in by (GET /api/door, /api/sign-in/provider, /api/me/provider). An older client shows no button.
 *    Added: the programme's courses, terms, gatherings and days off (programme/…). No release has had them.
 *    Added: who is placed in groups by hand alone (breakout/plans). No release has had breakouts.
 *    Changed: a table of attendance says how many sessions it leaves out (attendance/sheet). No release has had it.
 *    Added: that somebody is not asked (poll/answer, quiz/answer). No release has had polls and quizzes.
 *    Added: what a new school begins with, its name and its contact (people/first-hour, people/school, people/save-school). No release has had them.
 *    Added: study plans (study-plan/…). An older client does not ask for them.
 *    Added: what a course requires (attendance/requirements, attendance/set-requirement, attendance/own, attendance/sheet). An older client shows the figures alone.
 *    Added: how somebody wants the pages to look (`signedIn.appearance`, PUT /api/me/appearance). An older client leaves it unread.
 *    Added: a cohort's page, enrolling, moving and taking out, groups, and copying a cohort (people/cohort, …), and where somebody belongs (people/about). No release has had them.
 *    Added: notices to oneself (notification/…), and their door over HTTP. An older client does not ask for them.
 *    Added: what waits for somebody (home/waiting). An older client does not ask for it.
 *    Added: one's wish to be erased, and running those that wait (own-data/…).
 *    Added: notices on devices (notification/own, notification/remove-device), with their doors over HTTP. No release has had notices.
 *    Added: that a chat is taken out as a file (chat/note-taken-out), and word of one's attendance (notification/…). No release has had sessions.
 *    Added: how many are invited to a cohort (people/cohort), and what falls within a gathering or outside the terms (planning/foresee, …). No release has had them.
 *    Added: whether somebody gives alone what takes two (people/list), and the school's name at an invitation's door. No release has had them.
 *    Added: that one is asked to be administrator or rector (home/waiting). No release has had what waits.
 */
export const WIRE_VERSION = 1;

/** Of `contracts.txt`, so that no contract changes unseen (contracts.test.ts). Set with each line above. */
export const WIRE_FINGERPRINT = 'd778dfa1e3066435';
