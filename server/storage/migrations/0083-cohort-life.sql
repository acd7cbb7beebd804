-- A group that is over keeps what it made and who was in it, and is offered for nothing new.
alter table student_group add archived_at timestamptz;

-- Who was enrolled, moved and taken out, beside what is done to somebody's standing; `cohort_id` is the one that it was done with.
alter table person_act drop constraint person_act_act_check;
alter table person_act add constraint person_act_act_check check (act in (
  'suspended', 'restored', 'reset', 'role-given', 'role-ended', 'role-asked', 'role-declined',
  'enrolled', 'moved', 'taken-out'));
alter table person_act add cohort_id uuid references cohort (id);
create index person_act_cohort on person_act (cohort_id);
