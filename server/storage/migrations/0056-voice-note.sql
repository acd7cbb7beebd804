-- Turns of a round that were recorded in place of being said. They go with the round's own row, whatever ends it, and what
-- never became one with them.
create table voice_note (
  id uuid primary key,
  session_id uuid not null references round (session_id) on delete cascade,
  person_id uuid not null references person (id),
  -- Both null while its parts come.
  type text check (type in ('audio/webm', 'audio/mp4')),
  sound bytea,
  check ((type is null) = (sound is null))
);
create index voice_note_session on voice_note (session_id);
create index voice_note_person on voice_note (person_id);

create table voice_note_part (
  note_id uuid not null references voice_note (id) on delete cascade,
  nth integer not null,
  bytes bytea not null,
  primary key (note_id, nth)
);
-- Sound is packed already; unpacked by us, a stretch of it is read without the rest.
alter table voice_note alter column sound set storage external;
alter table voice_note_part alter column bytes set storage external;

update round set round = round || '{"voiceNotes": []}';
