-- When a message was taken back, so that its writer can put it back for a little while after.
alter table chat_message add column deleted_at timestamptz;
update chat_message set deleted_at = greatest(at, edited_at) where deleted;
alter table chat_message drop column deleted;
alter table chat_message add check (deleted_at is null or text = '');
