-- A link by which one guest comes into one session (docs/rules/guest.md). What opens it is known by its SHA-256 alone.
create table guest_link (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  token_hash text not null unique,
  guest_as text not null check (guest_as in ('lecturer', 'next-of-kin', 'captioner', 'supervisor')),
  note text not null default '',
  until_at timestamptz not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Who came by it, whether they were nobody here before, and from which browser (SHA-256 of what it keeps).
  person_id uuid references person (id),
  made_person boolean not null default false,
  browser_hash text,
  check ((person_id is null) <= (not made_person and browser_hash is null))
);
create index guest_link_session on guest_link (session_id);
create index guest_link_person on guest_link (person_id);
create index guest_link_made_by on guest_link (made_by);
create index guest_link_until on guest_link (until_at);

-- As what somebody from outside was invited; null for everybody who was invited without a link.
alter table session_invitation
  add column guest_as text check (guest_as in ('lecturer', 'next-of-kin', 'captioner', 'supervisor'));
-- As it was when the seat was taken, like `part`.
alter table seat
  add column guest_as text check (guest_as in ('lecturer', 'next-of-kin', 'captioner', 'supervisor'));

-- A guest's sign-in ends with their access, however much it is used. Null: there is no such date.
alter table sign_in add column until timestamptz;
