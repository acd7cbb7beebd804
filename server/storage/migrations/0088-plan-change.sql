-- Who changed a session's plan last: they know of it. For a day.
create table plan_change (
  session_id uuid primary key references session (id) on delete cascade,
  person_id uuid not null references person (id),
  at timestamptz not null
);
create index plan_change_person on plan_change (person_id);
