-- When whoever a concern was sent to had it on their screen; null: not yet, as far as we know.
alter table concern add column opened_at timestamptz;
create index concern_unopened on concern (reader_id) where opened_at is null;
