-- The days on which everybody's attendance has been looked at: each once, however many servers there are.
create table attendance_look (
  day date primary key
);

-- That somebody has been told that their attendance in a course is near what is required, or under it, until it is kept again.
create table told_attendance (
  person_id uuid not null references person (id),
  course_id uuid not null references course (id),
  state text not null check (state in ('near', 'under')),
  primary key (person_id, course_id)
);
