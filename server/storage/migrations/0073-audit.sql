-- Who did what to whose: for those who run the school, and of one's own for everybody. Ids alone, never content. Rows are only ever
-- added; each carries the hash of itself and of the one before, so that one that was changed, removed or moved is found.
create table audit_entry (
  id uuid primary key default gen_random_uuid(),
  -- Given at the commit, without gaps; null until then.
  seq bigint unique,
  at timestamptz(3) not null,
  -- Who did it, and whose it was. No references: the log outlives what it tells of.
  actor_id uuid,
  subject_id uuid,
  action text not null check (action ~ '^[a-z][a-z-]{1,39}$'),
  object text not null default '' check (object ~ '^[\w:-]{0,80}$'),
  outcome text not null check (outcome in ('done', 'refused')),
  hash text
);
create index audit_entry_subject on audit_entry (subject_id, seq);
create index audit_entry_actor on audit_entry (actor_id, seq);

-- One row, from the first line on: where the chain ends, and where it begins since the oldest were let go.
create table audit_chain (
  only_one boolean primary key default true check (only_one),
  last_seq bigint not null default 0,
  last_hash text not null default '',
  first_seq bigint not null default 1,
  before_first text not null default ''
);

-- What is hashed: no field can hold the line between them. Read again by audit/chain.ts.
create function audit_hash(before text, entry audit_entry) returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws('|', before, entry.seq,
    (extract(epoch from entry.at) * 1000)::bigint, coalesce(entry.actor_id::text, ''),
    coalesce(entry.subject_id::text, ''), entry.action, entry.object, entry.outcome), 'UTF8')), 'hex')
$$;

-- At the commit, when nothing else is locked any more: those who write at once wait for each other, and for nothing else.
create function audit_join_chain() returns trigger language plpgsql as $$
declare
  chain audit_chain;
begin
  insert into audit_chain default values on conflict do nothing;
  select * into chain from audit_chain for update;
  new.seq := chain.last_seq + 1;
  new.hash := audit_hash(chain.last_hash, new);
  update audit_entry set seq = new.seq, hash = new.hash where id = new.id;
  update audit_chain set last_seq = new.seq, last_hash = new.hash;
  return null;
end
$$;
create constraint trigger audit_entry_joins_chain after insert on audit_entry
  deferrable initially deferred for each row execute function audit_join_chain();

create function audit_only_adds() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seq is null and new.seq is not null then return new; end if;
  if tg_op = 'DELETE' and old.seq < (select first_seq from audit_chain) then return old; end if;
  raise exception 'the audit log is only ever added to';
end
$$;
create trigger audit_entry_only_adds before update or delete on audit_entry
  for each row execute function audit_only_adds();
create trigger audit_entry_stays before truncate on audit_entry
  for each statement execute function audit_only_adds();

-- Roles and standing: on the tables themselves, so that no way of changing them forgets. Guests have their links' own list.
create function audit_acting() returns uuid language sql stable as $$
  select nullif(current_setting('mellom.acting', true), '')::uuid
$$;
create function audit_role() returns trigger language plpgsql as $$
declare
  held role_held := coalesce(new, old);
begin
  insert into audit_entry (at, actor_id, subject_id, action, object, outcome)
    values (clock_timestamp(), audit_acting(), held.person_id,
      case when tg_op = 'DELETE' then 'role-ended' else 'role-given' end, held.role, 'done');
  return null;
end
$$;
create trigger role_given_is_logged after insert on role_held
  for each row when (new.role <> 'guest') execute function audit_role();
create trigger role_changed_is_logged after update on role_held
  for each row when (new.role <> 'guest' and new.until is distinct from old.until) execute function audit_role();
create trigger role_ended_is_logged after delete on role_held
  for each row when (old.role <> 'guest') execute function audit_role();

create function audit_status() returns trigger language plpgsql as $$
begin
  insert into audit_entry (at, actor_id, subject_id, action, outcome)
    values (clock_timestamp(), audit_acting(), new.id,
      case new.status when 'suspended' then 'suspended' else 'restored' end, 'done');
  return null;
end
$$;
create trigger person_status_is_logged after update of status on person
  for each row when (old.status is distinct from new.status) execute function audit_status();
