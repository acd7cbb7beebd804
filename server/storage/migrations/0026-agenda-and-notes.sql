-- How often a session's agenda has been changed: a change names the version that it saw (docs/rules/agenda.md, AGENDA-6).
alter table session_live add column agenda_version integer not null default 0;

-- Items change places within one statement.
alter table agenda_item drop constraint agenda_item_session_id_position_key;
alter table agenda_item add constraint agenda_item_session_id_position_key
  unique (session_id, position) deferrable;

-- What is said of a session has four parts (docs/rules/session-notes.md): what was one text becomes the first of them.
alter table session
  alter column notes type jsonb using jsonb_build_object(
    'topics', coalesce(notes, ''), 'workingForm', '', 'voluntary', '', 'alternatives', ''),
  alter column notes set default '{"topics": "", "workingForm": "", "voluntary": "", "alternatives": ""}',
  alter column notes set not null,
  -- How often it has been written: whoever writes names the version that they saw (NOTES-2).
  add column notes_version integer not null default 0;

-- An agenda that is kept to begin others from: one teacher's own, or for everybody who teaches the course (AGENDA-10).
create table agenda_template (
  id uuid primary key,
  course_id uuid not null references course (id),
  -- Who kept it; null when that person has been erased and the course keeps it.
  person_id uuid references person (id),
  of_course boolean not null,
  check (of_course or person_id is not null),
  name text not null,
  -- [{ title, about, minutes, kind }], the first first.
  items jsonb not null,
  unique (person_id, name)
);
create index agenda_template_course on agenda_template (course_id);
