-- A visit that ended with the server that watched it, and not with the person. How long it went on, the seminar room may tell.
alter table session_visit add column unwatched boolean not null default false;

-- What has been said of a student at a session, or on a day of a gathering: ticked off in the classroom, and what the figure
-- was last put right to. `version` is how many corrections there have been.
create table attendance_entry (
  session_id uuid references session (id) on delete cascade,
  gathering_id uuid references gathering (id) on delete cascade,
  day date,
  person_id uuid not null references person (id),
  present boolean,
  ticked_by uuid references person (id),
  ticked_at timestamptz,
  corrected jsonb,
  version integer not null default 0,
  check (num_nonnulls(session_id, gathering_id) = 1),
  check ((gathering_id is null) = (day is null)),
  unique nulls not distinct (session_id, gathering_id, day, person_id)
);
create index attendance_entry_person on attendance_entry (person_id);
create index attendance_entry_gathering on attendance_entry (gathering_id);

-- Every correction, with why: never changed, and taken out with the person alone.
create table attendance_correction (
  session_id uuid references session (id) on delete cascade,
  gathering_id uuid references gathering (id) on delete cascade,
  day date,
  person_id uuid not null references person (id),
  nth integer not null,
  by_id uuid references person (id),
  at timestamptz not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null check (char_length(reason) between 3 and 500),
  check (num_nonnulls(session_id, gathering_id) = 1),
  check ((gathering_id is null) = (day is null)),
  unique nulls not distinct (session_id, gathering_id, day, person_id, nth)
);
create index attendance_correction_person on attendance_correction (person_id);
create index attendance_correction_gathering on attendance_correction (gathering_id);
create index attendance_correction_by on attendance_correction (by_id);

-- Who has taken a table out as a file.
create table attendance_taken_out (
  id bigint generated always as identity primary key,
  cohort_id uuid not null references cohort (id) on delete cascade,
  course_code text,
  form text not null check (form in ('csv', 'xlsx')),
  by_id uuid references person (id),
  at timestamptz not null
);
create index attendance_taken_out_of on attendance_taken_out (cohort_id, course_code);
create index attendance_taken_out_by on attendance_taken_out (by_id);
