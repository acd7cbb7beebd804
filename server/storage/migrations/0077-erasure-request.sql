-- Somebody's wish to be erased. It waits, can be taken back until it is decided, and is run by two people, or by the server when it has waited
-- for as long as the law allows.
create table erasure_request (
  id uuid primary key,
  person_id uuid not null references person (id),
  asked_at timestamptz not null,
  taken_back_at timestamptz,
  -- The first of the two.
  first_yes_by uuid references person (id),
  -- From then on nothing stops it. Null `decided_by`: the time was up.
  decided_at timestamptz,
  decided_by uuid references person (id),
  done_at timestamptz,
  -- Where the letter goes that says that it is done; gone when the letter is left.
  address text,
  language text,
  check (taken_back_at is null or decided_at is null),
  check (decided_by is null or decided_by <> first_yes_by),
  check (person_id <> first_yes_by and person_id <> decided_by)
);
create unique index erasure_request_waits on erasure_request (person_id)
  where taken_back_at is null and done_at is null;
create index erasure_request_person on erasure_request (person_id);
create index erasure_request_first_yes on erasure_request (first_yes_by);
create index erasure_request_decided_by on erasure_request (decided_by);
