-- A teacher has hidden it: its words lie apart, where nothing but showing it again reads them.
alter table chat_message add column hidden_at timestamptz;
alter table chat_message add column hidden_text text;
alter table chat_message add check (hidden_at is null or text = '');
alter table chat_message add check (hidden_text is null or (hidden_at is not null and deleted_at is null));
