-- Since when nobody new comes into a session, and since when only its teachers write in its chat (docs/rules/order.md).
alter table session_live
  add column locked_at timestamptz,
  add column chat_closed_at timestamptz;

-- Gone because the line dropped, and not of their own: whoever did comes back through a locked door (ORDER-2).
alter table seat add column dropped boolean not null default false;

-- What a teacher said to whoever was taken out; it goes with the row when they are let in again (REMOVE-7).
alter table session_removal add column words text not null default '';
