-- Who was on a quiet pause, and when, is told to whoever sits there and kept by nobody (docs/decisions/0057): what was kept
-- of it until now goes. Whoever has missed some of it reads everything anew. Answers to retries of that day go too: beside
-- the hole they would tell whose it was.
delete from call c using fact f
where c.at = f.at and c.reply -> 'revisions' @> jsonb_build_array(
    jsonb_build_object('channel', 'session', 'id', f.id, 'revision', f.revision))
  and f.channel = 'session'
  and (f.facts @> '[{"type": "pause-started"}]' or f.facts @> '[{"type": "pause-ended"}]');
delete from fact
where channel = 'session'
  and (facts @> '[{"type": "pause-started"}]' or facts @> '[{"type": "pause-ended"}]');
