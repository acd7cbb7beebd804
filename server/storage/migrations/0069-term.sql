-- A cohort's own semesters, and the courses that it takes in each: full time in two, part time in four.
create table term (
  id uuid primary key,
  cohort_id uuid not null references cohort (id),
  name text not null,
  first_day date not null,
  last_day date not null,
  check (last_day >= first_day)
);
create index term_cohort on term (cohort_id, first_day);

create table term_course (
  term_id uuid not null references term (id) on delete cascade,
  course_id uuid not null references course (id),
  primary key (term_id, course_id)
);
create index term_course_course on term_course (course_id);
