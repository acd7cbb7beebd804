-- Who has been erased, by their id alone. The same stands in a file outside the database (docs/decisions/0082): a database that
-- is put back to before an erasure lacks its row, and is told again. No reference: such a database may never have known them.
create table erasure (
  person_id uuid primary key,
  at timestamptz not null default now()
);

insert into erasure (person_id) select id from person where email = id || '@erased.invalid';
