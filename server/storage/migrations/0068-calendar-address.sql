-- The secret address of one's own calendar, known by its SHA-256 alone; one at a time.
create table calendar_address (
  person_id uuid primary key references person (id),
  token_hash text not null unique,
  made_at timestamptz not null
);
