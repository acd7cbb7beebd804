-- Where each channel stands. The row is locked by the transaction that raises it, so revisions have no gaps
-- and become visible in their order.
create table channel_head (
  channel text not null,
  id uuid not null,
  revision bigint not null,
  primary key (channel, id)
);

-- What each revision said, kept for the channel's life, so that a listener who missed some can catch up.
create table fact (
  channel text not null,
  id uuid not null,
  revision bigint not null,
  facts jsonb not null,
  at timestamptz not null,
  primary key (channel, id, revision)
);

-- The answer to each call, so that a retry meets the first one. Swept after a day.
create table call (
  actor uuid not null,
  call_id uuid not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (actor, call_id)
);
create index call_at on call (at);

-- Each change of somebody's rights raises their version and tells every server at the commit. Servers also
-- compare versions now and then, should a notice be lost.
create table authority (
  person_id uuid primary key,
  version bigint not null
);
create sequence authority_version;

create function touch_authority(person uuid) returns void language plpgsql as $$
begin
  insert into authority (person_id, version) values (person, nextval('authority_version'))
    on conflict (person_id) do update set version = excluded.version;
  perform pg_notify('authority', person::text);
end
$$;
