-- What teachers set, who answers it, and what was handed in. Words: docs/glossary.md; rights: docs/access.md rows 36–37.

-- A document that was handed in is closed to every edit, beside and apart from the teacher's freeze.
alter table document add column handed_in_at timestamptz;
drop trigger document_stop_changes_authority on document;
create trigger document_stop_changes_authority
  before update of frozen_at, handed_in_at, trashed_at, quarantined_at on document
  for each row
  when (old.frozen_at is distinct from new.frozen_at
    or old.handed_in_at is distinct from new.handed_in_at
    or old.trashed_at is distinct from new.trashed_at
    or old.quarantined_at is distinct from new.quarantined_at)
  execute function document_changes_authority();

create table assignment (
  id uuid primary key,
  cohort_id uuid not null references cohort (id),
  course_id uuid not null references course (id),
  mode text not null check (mode in ('individual', 'group')),
  title text not null,
  brief text not null,
  criteria text[] not null,
  due_at timestamptz not null,
  -- What each answer begins from; null: an empty page.
  template_id uuid references document (id) on delete set null,
  created_at timestamptz not null,
  created_by uuid references person (id)
);
create index assignment_cohort on assignment (cohort_id, due_at);
create index assignment_course on assignment (course_id);
create index assignment_template on assignment (template_id) where template_id is not null;
create index assignment_by on assignment (created_by);

-- The answer of a group, or of one person.
create table paper (
  id uuid primary key,
  assignment_id uuid not null references assignment (id),
  group_id uuid references student_group (id),
  person_id uuid references person (id),
  check ((group_id is null) <> (person_id is null)),
  document_id uuid references document (id) on delete set null,
  unique (assignment_id, group_id),
  unique (assignment_id, person_id)
);
create index paper_group on paper (group_id) where group_id is not null;
create index paper_person on paper (person_id) where person_id is not null;
create index paper_document on paper (document_id) where document_id is not null;

-- Each member's yes, to one very text.
create table paper_confirmation (
  paper_id uuid not null references paper (id) on delete cascade,
  person_id uuid not null references person (id),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (paper_id, person_id)
);
create index paper_confirmation_person on paper_confirmation (person_id);

-- What was handed in: written once, with all that the receipt says. No row of these three is ever changed or deleted.
create table submission (
  id uuid primary key,
  paper_id uuid not null references paper (id),
  at timestamptz not null,
  by_id uuid not null references person (id),
  -- What was due then, so that it is late for ever or never.
  due_at timestamptz not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  words integer not null check (words > 0),
  -- The canonical form, of which the fingerprint is the SHA-256.
  canonical bytea not null check (encode(sha256(canonical), 'hex') = fingerprint)
);
create index submission_paper on submission (paper_id, at desc);
create index submission_by on submission (by_id);

create table submission_member (
  submission_id uuid not null references submission (id),
  person_id uuid not null references person (id),
  standing text not null check (standing in ('confirmed', 'earlier-text', 'silent')),
  confirmed_at timestamptz,
  primary key (submission_id, person_id)
);
create index submission_member_person on submission_member (person_id);

create table submission_take_back (
  submission_id uuid primary key references submission (id),
  at timestamptz not null,
  by_id uuid not null references person (id)
);
create index submission_take_back_by on submission_take_back (by_id);

create table assignment_log (
  id uuid primary key,
  assignment_id uuid not null references assignment (id),
  paper_id uuid references paper (id),
  at timestamptz not null,
  act text not null check (act in (
    'set', 'changed', 'begun', 'confirmed', 'confirmation-withdrawn', 'handed-in', 'taken-back'
  )),
  by_id uuid references person (id)
);
create index assignment_log_assignment on assignment_log (assignment_id, id);
create index assignment_log_by on assignment_log (by_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger submission_stays before update or delete or truncate on submission
  for each statement execute function refuse_change();
create trigger submission_member_stays before update or delete or truncate on submission_member
  for each statement execute function refuse_change();
create trigger submission_take_back_stays before update or delete or truncate on submission_take_back
  for each statement execute function refuse_change();
create trigger assignment_log_stays before update or delete or truncate on assignment_log
  for each statement execute function refuse_change();

-- Letters on their way, written in the transaction of what they tell: none is lost, and none tells what did not happen.
create table letter (
  id uuid primary key,
  person_id uuid not null references person (id),
  subject text not null,
  text text not null,
  -- What the link at its end leads to.
  path text not null,
  at timestamptz not null,
  next_try_at timestamptz not null,
  tries integer not null default 0,
  sent_at timestamptz
);
create index letter_waiting on letter (next_try_at) where sent_at is null;
create index letter_person on letter (person_id);
create index letter_sent on letter (sent_at) where sent_at is not null;
