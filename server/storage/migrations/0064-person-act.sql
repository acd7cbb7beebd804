-- What those who run the school did to somebody's standing in it, and why; kept for good.
create table person_act (
  id uuid primary key,
  person_id uuid not null references person (id),
  act text not null check (act in (
    'suspended', 'restored', 'reset', 'role-given', 'role-ended', 'role-asked', 'role-declined')),
  role text,
  reason text not null,
  by_id uuid not null references person (id),
  at timestamptz not null
);
create index person_act_person on person_act (person_id, at);
create index person_act_by on person_act (by_id);

-- That somebody is to be administrator or rector: asked by one person, and given when another says yes.
create table role_request (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null check (role in ('admin', 'rector')),
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  -- Null while it waits. Who asked says yes alone once in a school's life: while there is nobody else to say it.
  settled_by uuid references person (id),
  settled_at timestamptz,
  granted boolean,
  check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (granted is null))
);
create unique index role_request_waits on role_request (person_id, role) where settled_at is null;
create index role_request_asked_by on role_request (asked_by);
create index role_request_settled_by on role_request (settled_by);
