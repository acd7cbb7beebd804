-- What everybody in a session is asked. `answers` and `totals` are what all may see of it.
create table poll (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  by_id uuid references person (id),
  occasion text not null,
  question text not null,
  form jsonb not null,
  named boolean not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  put_away boolean not null default false,
  -- What was sealed in `poll_tally` has been cleared off the disk.
  tidied boolean not null default false,
  answers integer not null default 0,
  totals jsonb
);
create unique index poll_on_screen on poll (session_id) where not put_away;
create index poll_of_session on poll (session_id);
create index poll_by on poll (by_id);
create index poll_untidy on poll (closed_at) where not tidied;

-- Of an anonymous one while it is open: all in one row, written whole with each answer, so that nothing in it has an age or
-- a place of its own. Marks and words stand in the order of their letters. It goes, with the key, when the poll closes.
create table poll_tally (
  poll_id uuid primary key references poll (id) on delete cascade,
  key bytea not null,
  marks text[] not null,
  counts integer[] not null,
  texts text[] not null
);

-- Of a named one: what each has answered last.
create table poll_ballot (
  poll_id uuid not null references poll (id) on delete cascade,
  person_id uuid not null references person (id),
  choices integer[] not null,
  text text not null,
  primary key (poll_id, person_id)
);
create index poll_ballot_of on poll_ballot (person_id);
