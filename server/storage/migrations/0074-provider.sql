-- Who is on the way to another place to show who they are, and back. Used up by the answer.
create table provider_try (
  state_hash text primary key,
  -- The browser that went: an answer that another brings is none.
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  -- Whose account is to be linked; null where somebody wants in.
  person_id uuid references person (id) on delete cascade,
  target text not null,
  expires_at timestamptz not null
);
create index provider_try_expiry on provider_try (expires_at);
