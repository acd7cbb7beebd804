-- A document in quarantine can be opened again from its last good state (docs/rules/document.md, DOC-24, DOC-36).
alter table document_log drop constraint document_log_act_check;
alter table document_log add constraint document_log_act_check check (act in (
  'created', 'renamed', 'trashed', 'taken-back', 'frozen', 'thawed', 'shared', 'unshared', 'restored', 'quarantined', 'lifted'
));

-- Stored updates that could not be read as a whole, out of the way of the document, for whoever is to find out why.
create table document_set_aside (
  document_id uuid not null references document (id) on delete cascade,
  seq bigint not null,
  person_id uuid,
  bytes bytea not null,
  at timestamptz not null,
  set_aside_at timestamptz not null,
  primary key (document_id, seq, set_aside_at)
);
create index document_set_aside_person on document_set_aside (person_id);
create index document_set_aside_old on document_set_aside (set_aside_at);
alter table document_set_aside alter column bytes set storage external;
