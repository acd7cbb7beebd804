-- Shared texts that several people edit at once. Words: docs/glossary.md; rights: docs/access.md rows 29–33.
create table document (
  id uuid primary key,
  kind text not null check (kind in ('personal', 'group', 'session', 'course', 'template')),
  title text not null,
  owner_id uuid references person (id),
  group_id uuid references student_group (id),
  session_id uuid references session (id) on delete cascade,
  -- Null of a template: the whole school's.
  course_id uuid references course (id),
  check ((kind = 'personal') = (owner_id is not null)),
  check ((kind = 'group') = (group_id is not null)),
  check ((kind = 'session') = (session_id is not null)),
  check (case kind when 'course' then course_id is not null when 'template' then true else course_id is null end),
  -- The session's one shared note.
  session_default boolean not null default false check (not session_default or kind = 'session'),
  created_at timestamptz not null,
  created_by uuid references person (id),
  -- When it was last written in, to the half minute.
  updated_at timestamptz not null,
  frozen_at timestamptz,
  frozen_by uuid references person (id),
  trashed_at timestamptz,
  trashed_by uuid references person (id),
  -- Set when what is stored can no longer be read as a whole.
  quarantined_at timestamptz,
  -- The plain text as it stood when the document last rested, for search.
  body text not null default '',
  words tsvector not null generated always as (
    setweight(to_tsvector('norwegian', title), 'A') || setweight(to_tsvector('norwegian', body), 'B')
  ) stored
);
create index document_owner on document (owner_id) where owner_id is not null;
create index document_group on document (group_id) where group_id is not null;
create index document_session on document (session_id) where session_id is not null;
create index document_course on document (course_id) where course_id is not null;
create unique index document_session_default on document (session_id) where session_default and trashed_at is null;
create index document_trashed on document (trashed_at) where trashed_at is not null;
create index document_words on document using gin (words);
create index document_updated on document (updated_at desc);

-- The log of edits: appended to, never changed, taken up by a snapshot. A row is what one person wrote between two
-- commits: Yjs updates, each after its length. No foreign keys: each would lock a row of another table at every
-- keystroke. Rows go with their document by the trigger below.
create table document_update (
  document_id uuid not null,
  seq bigint not null,
  person_id uuid,
  bytes bytea not null,
  at timestamptz not null,
  primary key (document_id, seq)
);
create index document_update_person on document_update (person_id);
-- Yjs updates are dense already.
alter table document_update alter column bytes set storage external;

-- Everything up to a number of the log, as one state, and who wrote which part of it.
create table document_snapshot (
  document_id uuid primary key references document (id) on delete cascade,
  through_seq bigint not null,
  state bytea not null,
  -- { client: [[until, personId], …] }: whose each stretch of a Yjs client's clock is.
  authors jsonb not null,
  at timestamptz not null
);
alter table document_snapshot alter column state set storage external;

create table document_version (
  id uuid primary key,
  document_id uuid not null references document (id) on delete cascade,
  -- Null: kept by itself.
  name text,
  state bytea not null,
  at timestamptz not null,
  by_id uuid references person (id)
);
create index document_version_document on document_version (document_id, at desc);
create index document_version_by on document_version (by_id) where by_id is not null;
alter table document_version alter column state set storage external;

create table document_share (
  document_id uuid not null references document (id) on delete cascade,
  person_id uuid not null references person (id),
  "right" text not null check ("right" in ('read', 'comment')),
  at timestamptz not null,
  primary key (document_id, person_id)
);
create index document_share_person on document_share (person_id);

-- What was done with a document beyond writing: one row an act, never changed.
create table document_log (
  id uuid primary key,
  document_id uuid not null references document (id) on delete cascade,
  at timestamptz not null,
  act text not null check (act in (
    'created', 'renamed', 'trashed', 'taken-back', 'frozen', 'thawed', 'shared', 'unshared', 'restored', 'quarantined'
  )),
  -- Null: the server itself.
  by_id uuid references person (id),
  about_id uuid references person (id)
);
create index document_log_document on document_log (document_id, id);
create index document_log_by on document_log (by_id);
create index document_log_about on document_log (about_id);

create trigger relation_changes_authority after insert or update or delete on document_share
  for each row execute function relation_changes_authority();

-- Everybody whom some row of docs/access.md may give a right to the document by its place.
create function document_reach(d document) returns setof uuid language sql stable as $$
  select d.owner_id where d.owner_id is not null
  union select person_id from document_share where document_id = d.id
  union select person_id from group_member where group_id = d.group_id
  union select t.person_id from session_teacher t
    join session s on s.id = t.session_id join student_group g on g.cohort_id = s.cohort_id
    where g.id = d.group_id
  union select e.person_id from enrolment e join session s on s.cohort_id = e.cohort_id
    where s.id = d.session_id or s.course_id = d.course_id
      or (d.kind = 'template' and d.course_id is null)
  union select t.person_id from session_teacher t join session s on s.id = t.session_id
    where s.id = d.session_id or s.course_id = d.course_id
      or (d.kind = 'template' and d.course_id is null)
  union select person_id from session_invitation where session_id = d.session_id
  union select person_id from role_held
    where d.kind in ('course', 'template')
      and role in ('practiceCoordinator', 'studyAdviser', 'admin', 'rector')
$$;

create function document_changes_authority() returns trigger language plpgsql as $$
begin
  -- One order for everybody, so that two such changes wait for each other instead of locking up.
  perform touch_authority(reached) from document_reach(old) as reached order by reached;
  if tg_op = 'DELETE' then
    delete from document_update where document_id = old.id;
    return old;
  end if;
  return new;
end
$$;
create trigger document_stop_changes_authority
  before update of frozen_at, trashed_at, quarantined_at on document
  for each row
  when (old.frozen_at is distinct from new.frozen_at
    or old.trashed_at is distinct from new.trashed_at
    or old.quarantined_at is distinct from new.quarantined_at)
  execute function document_changes_authority();
create trigger document_end_changes_authority before delete on document
  for each row execute function document_changes_authority();
