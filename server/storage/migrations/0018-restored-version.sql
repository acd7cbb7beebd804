-- Which version was brought back by this one (docs/rules/document.md, DOC-12): when that was kept, and its name, for as long as
-- this one stands; the other may be gone by then.
alter table document_version
  add column restored_at timestamptz,
  add column restored_name text,
  add check (restored_at is not null or restored_name is null);
