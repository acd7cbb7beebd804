-- A session that its teachers have ended for everybody, before or after its planned end. Moved to another time, it is none.
alter table session add column ended_at timestamptz;

-- Ended, or no longer so, it is asked about again for everybody whom it reaches: whoever is in it is let out at once.
create trigger session_ended_changes_authority after update of ended_at on session
  for each row
  when ((old.ended_at is null) <> (new.ended_at is null))
  execute function session_reach_changes_authority();

-- Being ended: by whom, and when it takes effect if it is not taken back.
alter table session_live
  add column ending_by uuid references person (id),
  add column ends_at timestamptz,
  add check ((ending_by is null) = (ends_at is null));
-- For the start of a server: what a killed one was about to end.
create index session_live_ending on session_live (ends_at) where ends_at is not null;
