-- What a session's hosts have last said about somebody and its door: let in from the lobby, or sent back to it. Whoever is only
-- invited comes in by it; whoever is enrolled is out by it. A relation that gives and takes rights.
create table session_admission (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  verdict text not null check (verdict in ('let-in', 'sent-back')),
  by_id uuid not null references person (id),
  at timestamptz not null,
  primary key (session_id, person_id)
);
create index session_admission_person on session_admission (person_id);
create index session_admission_by on session_admission (by_id);
create trigger relation_changes_authority after insert or update or delete on session_admission
  for each row execute function relation_changes_authority();

-- Who has asked to come in, and how it stands: one row a person, whatever the number of tabs.
create table lobby_place (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  -- Where the person hears of it. It is the line of their seat, if they have or get one.
  line_id uuid not null unique,
  -- As they were when they began to wait.
  display_name text not null,
  part text not null check (part in ('student', 'staff', 'guest')),
  status text not null
    check (status in ('waiting', 'away', 'let-in', 'declined', 'session-ended')),
  -- Since when they wait, or waited before they were away.
  since timestamptz not null,
  -- When `status` became what it is.
  at timestamptz not null,
  -- What a host said to whom they declined, and who.
  words text not null default '',
  lang text check (lang in ('nb', 'nn', 'en')),
  declined_by uuid references person (id),
  primary key (session_id, person_id)
);
create index lobby_place_person on lobby_place (person_id);
create index lobby_place_declined_by on lobby_place (declined_by);
-- For the start of a server, and for what is told to all who wait.
create index lobby_place_waiting on lobby_place (session_id) where status = 'waiting';

-- Everybody who has a line to a session's teachers: who sits or has sat in it, and who waits or has waited for it.
create view line_holder as
  select session_id, person_id, display_name, line_id from seat
  union all
  select session_id, person_id, display_name, line_id from lobby_place p
  where not exists (
    select from seat s where s.session_id = p.session_id and s.person_id = p.person_id);
