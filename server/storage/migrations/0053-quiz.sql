-- What a session's teachers have made for each to take for oneself: ready until it is opened, closed when no more answers
-- are counted. What somebody has chosen stands nowhere; `answered` and `totals` are what its teachers see when it is closed,
-- one for each question.
create table quiz (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  by_id uuid references person (id),
  nth bigint generated always as identity,
  version integer not null default 0,
  title text not null,
  -- [{ question, options, right, explanation }]
  questions jsonb not null,
  opened_at timestamptz,
  closed_at timestamptz,
  -- What was sealed in `sealed_tally` has been cleared off the disk.
  tidied boolean not null default false,
  answered integer[],
  totals jsonb
);
create unique index quiz_open on quiz (session_id) where opened_at is not null and closed_at is null;
create index quiz_of_session on quiz (session_id, nth);
create index quiz_by on quiz (by_id);
create index quiz_untidy on quiz (closed_at) where not tidied;

-- What is counted of a poll is counted of each question of a quiz in the same way.
alter table poll_tally rename to sealed_tally;
alter table sealed_tally drop constraint poll_tally_pkey;
alter table sealed_tally alter column poll_id drop not null;
alter table sealed_tally add column quiz_id uuid references quiz (id) on delete cascade;
-- Which question, from 0.
alter table sealed_tally add column nth smallint;
alter table sealed_tally add check (
  poll_id is not null and quiz_id is null and nth is null or poll_id is null and quiz_id is not null and nth is not null);
create unique index sealed_poll on sealed_tally (poll_id);
create unique index sealed_question on sealed_tally (quiz_id, nth);
