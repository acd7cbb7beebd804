-- What a cohort or a group has agreed on, each version for itself (docs/rules/agreement.md; docs/access.md rows 8 and 55).
create table group_agreement (
  cohort_id uuid not null references cohort (id),
  -- Null: the whole cohort's.
  group_id uuid references student_group (id),
  version integer not null check (version > 0),
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null,
  by_id uuid references person (id),
  unique nulls not distinct (cohort_id, group_id, version)
);
create index group_agreement_group on group_agreement (group_id) where group_id is not null;
create index group_agreement_by on group_agreement (by_id);
