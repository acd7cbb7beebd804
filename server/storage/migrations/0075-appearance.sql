-- How somebody wants the pages to look, on every device of theirs. Whoever has chosen nothing has no row.
create table person_appearance (
  person_id uuid primary key references person (id) on delete cascade,
  text_size text not null,
  font text not null,
  spacing text not null,
  theme text not null,
  motion text not null,
  low_energy boolean not null
);
