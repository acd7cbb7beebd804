-- How much of a course somebody has to be there for, in whole per cent: of its sessions, of the days of mandatory gatherings, or of both.
create table attendance_requirement (
  course_id uuid primary key references course (id),
  sessions_percent integer check (sessions_percent between 1 and 100),
  gatherings_percent integer check (gatherings_percent between 1 and 100),
  -- From when it is as it is: nobody is on a list by it within a week.
  since timestamptz not null,
  check (sessions_percent is not null or gatherings_percent is not null)
);
