-- The link by which the first administrator comes into an empty school. What opens it is printed at the start and known
-- here by its SHA-256 alone; each start makes a new one, until an administrator has proved their address by a code.
create table first_administrator_link (
  one boolean primary key default true check (one),
  token_hash text not null,
  until_at timestamptz not null
);
