-- The health probe writes its one row again and again: a commit here proves that commits are stored.
create table write_probe (
  id smallint primary key check (id = 1),
  written_at timestamptz not null
);
