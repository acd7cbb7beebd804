-- Where somebody has asked to be told on the device itself. What the browser's push service needs, and nothing that it can read.
create table push_device (
  id uuid primary key,
  person_id uuid not null references person (id),
  -- The sign-in that asked. It may run out; when it is ended before that, the device is told nothing more.
  sign_in_id uuid not null,
  -- Browser and system in words, as the sign-in says it.
  name text not null,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  made_at timestamptz not null
);
create index push_device_person on push_device (person_id);
create index push_device_sign_in on push_device (sign_in_id);

create function sign_in_ends_push() returns trigger language plpgsql as $$
begin
  delete from push_device where sign_in_id = old.id;
  return null;
end
$$;
create trigger sign_in_ends_push after delete on sign_in
  for each row when (old.expires_at > now()) execute function sign_in_ends_push();

alter table notice add column push_settled_at timestamptz;
-- Nobody could be told in this way of what lies behind.
update notice set push_settled_at = now();
create index notice_waiting_push on notice (person_id) where push_settled_at is null;
