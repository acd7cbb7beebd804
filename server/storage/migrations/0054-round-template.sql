-- What one teacher keeps to begin rounds from.
create table round_template (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null,
  prompt text not null,
  about text not null,
  minutes integer,
  unique (person_id, name)
);
