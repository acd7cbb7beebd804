-- What is planned for a session, item by item.
create table agenda_item (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  -- 0 is first.
  position smallint not null check (position >= 0),
  title text not null,
  about text not null default '',
  minutes smallint not null check (minutes > 0),
  kind text not null default 'item' check (kind in ('item', 'pause')),
  unique (session_id, position)
);

-- What changes together while a session is live. Whoever changes anything of a live session holds this row's
-- lock, so a session's changes happen one after the other. The queue lies in the row, as its one reader has it,
-- because only what lies in a locked row is sure to be the newest when the lock comes.
create table session_live (
  session_id uuid primary key references session (id) on delete cascade,
  lead_id uuid references person (id),
  current_item_id uuid references agenda_item (id) on delete set null,
  current_since timestamptz,
  -- { open, hands: [{ personId, at }], word: { personId, since } | null }; moments in milliseconds.
  hand_queue jsonb not null default '{"open": true, "hands": [], "word": null}'
);

-- Who is or has been in a session: one row a person, whatever the number of tabs and visits. Present while
-- `lost_at` and `left_at` are null.
create table seat (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  -- As it was when the seat was taken, like `part` and `expected`: the roster says who came, not who they became.
  display_name text not null,
  part text not null check (part in ('student', 'teacher', 'staff', 'guest')),
  expected boolean not null,
  place text not null check (place in ('home', 'trondheim', 'kristiansand')),
  since timestamptz not null,
  lost_at timestamptz,
  left_at timestamptz,
  primary key (session_id, person_id),
  check (lost_at is null or left_at is null)
);
create index seat_person on seat (person_id);
-- For the start of a server: every seat that is still held.
create index seat_held on seat (session_id) where left_at is null;

create table chat_message (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  -- The order of the channel's revisions: drawn under the session's lock.
  nth bigint generated always as identity,
  person_id uuid not null references person (id),
  -- As it was when this was written.
  display_name text not null,
  at timestamptz not null,
  -- Empty when deleted: the words are gone, their place stays.
  text text not null,
  reply_to uuid references chat_message (id) on delete set null,
  edited_at timestamptz,
  deleted boolean not null default false,
  check (not deleted or text = '')
);
create index chat_message_session on chat_message (session_id, nth);
create index chat_message_person on chat_message (person_id);
create index chat_message_reply on chat_message (reply_to) where reply_to is not null;
