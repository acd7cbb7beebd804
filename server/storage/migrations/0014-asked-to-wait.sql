-- Who asks those they answer with to wait before they hand in (docs/rules/assignment.md, ASG-20).
create table paper_wait (
  paper_id uuid not null references paper (id) on delete cascade,
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (paper_id, person_id)
);
create index paper_wait_person on paper_wait (person_id);

alter table assignment_log drop constraint assignment_log_act_check;
alter table assignment_log add constraint assignment_log_act_check check (act in (
  'set', 'changed', 'begun', 'confirmed', 'confirmation-withdrawn', 'asked-to-wait', 'wait-ended', 'handed-in', 'taken-back'
));
