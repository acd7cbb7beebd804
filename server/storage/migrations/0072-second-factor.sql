-- Beside what somebody signs in with: an app that makes codes, passkeys, and codes on paper.

-- The app's secret is sealed under a key outside the database; `last_step` is the half minute whose code was used last,
-- so that a code that was seen over a shoulder is none.
create table authenticator_app (
  person_id uuid primary key references person (id) on delete cascade,
  secret bytea not null,
  last_step bigint not null default 0,
  -- Null: it was shown, and no code of it has come back yet.
  confirmed_at timestamptz
);

create table paper_code (
  person_id uuid not null references person (id) on delete cascade,
  -- SHA-256 of 80 bits of chance: nobody guesses them, and they outlive a lost key.
  code_hash text not null,
  primary key (person_id, code_hash)
);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  -- How often the key says that it was used; some say nothing.
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- What a browser was asked to sign, until it has, once.
create table passkey_challenge (
  challenge_hash text primary key,
  -- For a new key: whose. Null where somebody wants in.
  person_id uuid references person (id) on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenge_expiry on passkey_challenge (expires_at);

-- Somebody who has shown one thing alone. Its token is in the same cookie, and opens nothing: no question about who is
-- signed in looks here.
create table half_sign_in (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  token_hash text not null unique,
  expires_at timestamptz not null
);
create index half_sign_in_person on half_sign_in (person_id);
create index half_sign_in_expiry on half_sign_in (expires_at);

-- When the person last showed, within a sign-in, who they are; null: when it began.
alter table sign_in add column proved_at timestamptz;
