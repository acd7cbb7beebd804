-- For how long a quiet pause counts as being present, in minutes (docs/rules/pause.md, PAUSE-6). 0: not at all.
alter table course
  add column pause_minutes smallint not null default 20 check (pause_minutes between 0 and 240);

-- Who is on a quiet pause just now. The row is gone when they come back or leave, and with it what they chose to say to the
-- teachers: `choice` is written nowhere else.
create table quiet_pause (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  since timestamptz not null,
  choice text check (choice in ('fine', 'check-on-me', 'want-to-talk')),
  primary key (session_id, person_id)
);
create index quiet_pause_person on quiet_pause (person_id);

-- The pause that a teacher has begun for everybody, until when. Over by the clock: the row may outlive it, until the next.
create table pause_for_all (
  session_id uuid primary key references session (id) on delete cascade,
  by_id uuid not null references person (id),
  started_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > started_at)
);
create index pause_for_all_by on pause_for_all (by_id);

-- Who has said that they are ready. Others see the number.
create table pause_ready (
  session_id uuid not null references pause_for_all (session_id) on delete cascade,
  person_id uuid not null references person (id),
  primary key (session_id, person_id)
);
create index pause_ready_person on pause_ready (person_id);
