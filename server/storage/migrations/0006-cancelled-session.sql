-- A session that is cancelled, or is no longer, is asked about again for everybody whom it reaches: whoever is in it
-- is let out at once.
create trigger session_cancelled_changes_authority after update of cancelled_at on session
  for each row
  when ((old.cancelled_at is null) <> (new.cancelled_at is null))
  execute function session_reach_changes_authority();
