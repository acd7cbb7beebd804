-- What people have reported, each to one named person (docs/rules/concern.md; docs/access.md row 54).
create table concern (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid not null references person (id),
  -- Who reads it; nobody once they have been erased.
  reader_id uuid references person (id),
  session_id uuid references session (id) on delete set null,
  text text not null check (length(text) between 1 and 4000)
);
create index concern_person on concern (person_id, at desc);
create index concern_reader_at on concern (reader_id, at desc, id desc);
create index concern_session on concern (session_id) where session_id is not null;

-- The one person who is named just now: one row, or none.
create table concern_reader (
  one boolean primary key default true check (one),
  person_id uuid not null references person (id)
);
create index concern_reader_person on concern_reader (person_id);
