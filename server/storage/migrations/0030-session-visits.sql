-- When each person has been in a session, as the server saw their lines: from taking the seat, or getting the line back,
-- until the line was lost or the person left. Not null `left_at`: over.
create table session_visit (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  came_at timestamptz not null,
  left_at timestamptz,
  primary key (session_id, person_id, came_at),
  check (left_at is null or left_at >= came_at)
);
create unique index session_visit_open on session_visit (session_id, person_id) where left_at is null;
create index session_visit_person on session_visit (person_id);

-- When a server last knew that visits went on: what one that was killed has not seen, nobody has been credited with.
create table session_watch (
  one boolean primary key default true check (one),
  seen_at timestamptz not null
);

-- Which item became the current one, and when. What the item was called stands here too: it may be taken out of the agenda.
create table agenda_step (
  session_id uuid not null references session (id) on delete cascade,
  nth bigint generated always as identity,
  item_id uuid not null,
  title text not null,
  kind text not null check (kind in ('item', 'pause')),
  at timestamptz not null,
  primary key (session_id, nth)
);

-- Which session another was begun from.
create table session_beginning (
  session_id uuid primary key references session (id) on delete cascade,
  from_id uuid not null references session (id) on delete cascade
);
create index session_beginning_from on session_beginning (from_id);

-- What is known of the sessions before this: the last visit of each, and the steps that the facts still tell.
insert into session_visit (session_id, person_id, came_at, left_at)
select session_id, person_id, since, greatest(since, coalesce(left_at, lost_at, now())) from seat;
insert into agenda_step (session_id, item_id, title, kind, at)
select i.session_id, i.id, i.title, i.kind, to_timestamp((told ->> 'at')::float8 / 1000)
from fact f
  cross join lateral jsonb_array_elements(f.facts) as each (told)
  join agenda_item i on i.session_id = f.id and i.id = (told ->> 'to')::uuid
where f.channel = 'session' and told ->> 'type' = 'agenda-stepped'
order by f.id, f.revision;
