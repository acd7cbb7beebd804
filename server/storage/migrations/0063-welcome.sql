-- An invitation to the school, by mail. What opens it is nowhere here: it is made of the id, the round and the server's key
-- when the letter goes out (docs/decisions/0084). Whoever comes by it becomes a person, with these roles and relations.
create table welcome (
  id uuid primary key,
  email text not null check (email = lower(email)),
  display_name text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  roles text[] not null check (cardinality(roles) > 0),
  cohort_id uuid references cohort (id),
  -- Until when roles from outside last.
  roles_until timestamptz,
  -- Raised when it is sent again: the link of an earlier round opens nothing.
  round integer not null default 1,
  until_at timestamptz not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz,
  person_id uuid references person (id),
  accepted_at timestamptz,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((accepted_at is null) = (person_id is null)),
  check (withdrawn_at is null or accepted_at is null),
  check (('student' = any (roles)) = (cohort_id is not null))
);
create unique index welcome_waits on welcome (email) where accepted_at is null and withdrawn_at is null;
create index welcome_person on welcome (person_id);
create index welcome_made_by on welcome (made_by);
create index welcome_cohort on welcome (cohort_id);

-- A letter to somebody who is nobody here yet. `opens`: what its link is to open, without what opens it.
alter table letter alter column person_id drop not null;
alter table letter add column address text;
alter table letter add column opens text;
alter table letter add check ((person_id is null) = (address is not null));
create index letter_address on letter (address) where address is not null;
