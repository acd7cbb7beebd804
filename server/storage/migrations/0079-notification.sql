-- What people are told of, and how they chose it. Words: docs/glossary.md; rules: docs/rules/notification.md.

-- What somebody has chosen otherwise than it is at first.
create table notice_choice (
  person_id uuid not null references person (id),
  kind text not null,
  way text not null,
  wanted boolean not null,
  primary key (person_id, kind, way)
);

create table notice_setting (
  person_id uuid primary key references person (id),
  -- By Oslo's clock; both null: none.
  quiet_from text,
  quiet_until text,
  check ((quiet_from is null) = (quiet_until is null)),
  -- When they last asked for a letter to see whether one arrives.
  tried_at timestamptz
);

-- What people are told of: one stage of one thing at its moment, and for a changed plan which change. It is begun once.
create table notice_cause (
  id uuid primary key,
  stage text not null,
  about_id uuid not null,
  at timestamptz not null,
  version integer not null,
  begun_at timestamptz not null,
  unique (stage, about_id, at, version)
);
create index notice_cause_begun on notice_cause (begun_at);

-- Who is told, and whether they have been: by a letter of this id, or by none.
create table notice (
  cause_id uuid not null references notice_cause (id) on delete cascade,
  person_id uuid not null references person (id),
  mail_settled_at timestamptz,
  letter_id uuid,
  primary key (cause_id, person_id)
);
create index notice_person on notice (person_id);
create index notice_waiting on notice (person_id) where mail_settled_at is null;
create index notice_letter on notice (letter_id) where letter_id is not null;

-- How a session was planned when those who are expected were last told, or when it was first seen.
create table told_plan (
  session_id uuid primary key references session (id) on delete cascade,
  version integer not null,
  starts_at timestamptz not null,
  cancelled boolean not null,
  -- A hash of who takes it for somebody else; empty: nobody.
  substitutes text not null
);

alter table letter
  -- Its words are found when it goes out, and are nowhere before.
  add column composed boolean not null default false,
  -- Not sent after this.
  add column useful_until timestamptz;
