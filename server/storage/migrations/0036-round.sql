-- A session's talking circle while it goes on, and the turns to come, in their order. Of turns that have been it holds
-- whose, and not how: who let theirs pass stands nowhere. It goes when the round is over.
create table round (
  session_id uuid primary key references session (id) on delete cascade,
  by_id uuid not null references person (id),
  round jsonb not null,
  to_come jsonb not null
);
create index round_by on round (by_id);
