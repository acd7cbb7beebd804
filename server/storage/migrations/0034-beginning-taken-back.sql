-- What a session had before it was begun from another, for whoever takes that back: its items, and the version of its notes
-- where they came along. As long as the agenda is at this version nobody has changed it since. Null: begun before this was kept.
alter table session_beginning add column replaced jsonb;
alter table session_beginning add column agenda_version integer;
alter table session_beginning add column notes_version integer;
