-- What of a student's study plan is their own: all else follows from the cohort's terms and the courses.
create table study_plan (
  person_id uuid primary key references person (id),
  -- Full or part time, other than the cohort goes, and from which day. What was behind by then stays where it was.
  rate text not null check (rate in ('full-time', 'part-time')),
  rate_since date not null
);

create table study_plan_course (
  person_id uuid not null references person (id),
  course_id uuid not null references course (id),
  -- The semester that it was moved to.
  moved_year integer,
  moved_season text check (moved_season in ('autumn', 'spring')),
  -- Why it counts as had from before.
  recognised text,
  primary key (person_id, course_id),
  check ((moved_year is null) = (moved_season is null)),
  check (moved_year is not null or recognised is not null)
);
