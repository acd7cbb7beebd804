-- Who somebody is. The four tables that better-auth keeps carry our words: its user is a person, its session
-- a sign_in, its account a credential.
create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  display_name text not null,
  given_name text not null,
  place text not null default 'home' check (place in ('home', 'trondheim', 'kristiansand')),
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  status text not null default 'active' check (status in ('active', 'suspended')),
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table role_held (
  person_id uuid not null references person (id) on delete cascade,
  role text not null check (role in (
    'student', 'teacher', 'practiceCoordinator', 'practiceSupervisor', 'studyAdviser',
    'admin', 'rector', 'guest', 'examiner'
  )),
  -- From this moment the role gives nothing; null has no end.
  until timestamptz,
  primary key (person_id, role)
);

-- A person's way in, on one browser. The cookie holds the token, this table only its SHA-256. `expires_at`
-- slides with activity and never passes the longest life; `updated_at` is when it was last seen.
create table sign_in (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  token_hash text not null unique,
  -- Browser and system in words; the browser's full description and the address are not kept.
  device text not null default '',
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_person on sign_in (person_id);
create index sign_in_expiry on sign_in (expires_at);

-- What a person can prove themselves with beside a mailed code: a password now, other providers later.
create table credential (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_person on credential (person_id);

-- Mailed codes on their way: keyed hashes with the number of tries, gone when used or expired.
create table verification (
  -- No UUID: better-auth takes some of them from what they guard.
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on verification (identifier);

-- The ways into the demonstration school; a real school has none.
create table door (
  id text primary key,
  position int not null,
  person_id uuid not null references person (id) on delete cascade,
  role text not null
);

-- Everything that takes or gives a right is told to every server when it is committed.
create function person_changes_authority() returns trigger language plpgsql as $$
begin
  perform touch_authority(new.id);
  return null;
end
$$;
create trigger person_status_changes_authority after update of status on person
  for each row when (old.status is distinct from new.status)
  execute function person_changes_authority();

create function relation_changes_authority() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform touch_authority(old.person_id);
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.person_id <> old.person_id) then
    perform touch_authority(new.person_id);
  end if;
  return null;
end
$$;
create trigger role_changes_authority after insert or update or delete on role_held
  for each row execute function relation_changes_authority();
create trigger sign_in_end_changes_authority after delete on sign_in
  for each row execute function relation_changes_authority();
-- A sign-in that is only kept alive changes nobody's rights.
create trigger sign_in_cut_changes_authority after update of expires_at on sign_in
  for each row when (new.expires_at < old.expires_at)
  execute function relation_changes_authority();
