-- What a session is planned as (docs/rules/names.md, NAMES-1).
alter table session
  add column kind text not null default 'teaching' check (kind in ('teaching', 'circle'));

-- What somebody has chosen to be shown as takes the place of the school's names in `display_name` and `given_name`; these keep the
-- school's own while it does, for what is handed in (NAMES-4).
alter table person
  add column registered_name text,
  add column registered_given_name text,
  add column pronouns text not null default '' check (char_length(pronouns) <= 30);

-- The rest of what those who are in a session have been told of each other, beside the name.
alter table seat
  add column called_name text,
  add column pronouns text not null default '';
update seat set called_name = person.given_name
  from person where person.id = seat.person_id and person.given_name not in ('', seat.display_name);

-- A picture of oneself, drawn anew as a small square. Another picture has another name.
create table person_picture (
  person_id uuid primary key references person (id) on delete cascade,
  picture_id uuid not null unique,
  bytes bytea not null,
  at timestamptz not null
);

alter table seat add column picture uuid;
