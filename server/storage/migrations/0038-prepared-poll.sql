-- What a session's teachers have made ready to ask in it. Asked, it is a poll.
create table prepared_poll (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  by_id uuid references person (id),
  nth bigint generated always as identity,
  occasion text not null,
  question text not null,
  form jsonb not null,
  named boolean not null
);
create index prepared_poll_of on prepared_poll (session_id, nth);
create index prepared_poll_by on prepared_poll (by_id);
