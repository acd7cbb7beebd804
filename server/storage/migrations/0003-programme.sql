-- The school, its programme, who belongs where, and what is planned. Words: docs/glossary.md.

-- One row for life: a data folder is a demonstration or a real school, and never becomes the other.
create table school (
  one boolean primary key default true check (one),
  name text not null,
  kind text not null check (kind in ('demo', 'real')),
  -- The day in Oslo that the demonstration's dates stand around.
  anchor date,
  check ((kind = 'demo') = (anchor is not null))
);

-- Which row a piece of the demonstration's content became, so that each start can move its dates.
create table demo_row (
  key text primary key,
  id uuid not null
);

create table programme (
  id uuid primary key,
  name text not null,
  degree text not null
);

create table course (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  code text not null unique,
  title text not null,
  credits numeric(4, 1) not null check (credits > 0),
  kind text not null check (kind in ('theory', 'practice')),
  -- The term in which full-time students take it.
  term text not null check (term in ('autumn', 'spring')),
  themes text[] not null default '{}'
);
create index course_programme on course (programme_id);

create table cohort (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  name text not null unique,
  mode text not null check (mode in ('full-time', 'part-time')),
  starts_on date not null
);
create index cohort_programme on cohort (programme_id);

-- A person may leave a cohort and come back: one row for each time.
create table enrolment (
  person_id uuid not null references person (id),
  cohort_id uuid not null references cohort (id),
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (person_id, cohort_id, from_at),
  check (until_at > from_at)
);
create index enrolment_cohort on enrolment (cohort_id);

create table student_group (
  id uuid primary key,
  cohort_id uuid not null references cohort (id),
  name text not null,
  unique (cohort_id, name),
  unique (id, cohort_id)
);

create table group_member (
  group_id uuid not null references student_group (id),
  person_id uuid not null references person (id),
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (group_id, person_id, from_at),
  check (until_at > from_at)
);
create index group_member_person on group_member (person_id);

create table gathering (
  id uuid primary key,
  title text not null,
  place text not null,
  mandatory boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (ends_at > starts_at)
);

create table gathering_cohort (
  gathering_id uuid not null references gathering (id) on delete cascade,
  cohort_id uuid not null references cohort (id),
  primary key (gathering_id, cohort_id)
);
create index gathering_cohort_cohort on gathering_cohort (cohort_id);

create table session (
  id uuid primary key,
  course_id uuid not null references course (id),
  cohort_id uuid not null references cohort (id),
  group_id uuid,
  title text not null,
  notes text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled_at timestamptz,
  deleted_at timestamptz,
  check (ends_at > starts_at),
  -- A group's session is its own cohort's session.
  foreign key (group_id, cohort_id) references student_group (id, cohort_id)
);
create index session_course on session (course_id);
create index session_cohort on session (cohort_id, starts_at);
create index session_group on session (group_id) where group_id is not null;

create table session_teacher (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  -- 0 is first: who leads when several are there at the start.
  position smallint not null check (position >= 0),
  primary key (session_id, person_id),
  unique (session_id, position)
);
create index session_teacher_person on session_teacher (person_id);

create table session_invitation (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  until_at timestamptz not null,
  primary key (session_id, person_id)
);
create index session_invitation_person on session_invitation (person_id);

-- Rights come from these relations (docs/access.md §1): whoever's relation changes gets a new version in the
-- same commit, and every live line of theirs is asked about again.
create trigger relation_changes_authority after insert or update or delete on enrolment
  for each row execute function relation_changes_authority();
create trigger relation_changes_authority after insert or update or delete on group_member
  for each row execute function relation_changes_authority();
create trigger relation_changes_authority after insert or update or delete on session_teacher
  for each row execute function relation_changes_authority();
create trigger relation_changes_authority after insert or update or delete on session_invitation
  for each row execute function relation_changes_authority();

-- A session that is deleted, or becomes another cohort's or group's, changes the rights of all who had it.
create function session_reach_changes_authority() returns trigger language plpgsql as $$
begin
  perform touch_authority(person_id) from (
    select person_id from enrolment where cohort_id in (old.cohort_id, new.cohort_id)
    union select person_id from session_teacher where session_id = new.id
    union select person_id from session_invitation where session_id = new.id
    -- One order for everybody, so that two such changes wait for each other instead of locking up.
    order by person_id
  ) as reached;
  return null;
end
$$;
create trigger session_reach_changes_authority after update of deleted_at, cohort_id, group_id on session
  for each row
  when (old.deleted_at is distinct from new.deleted_at
    or old.cohort_id <> new.cohort_id
    or old.group_id is distinct from new.group_id)
  execute function session_reach_changes_authority();
