-- What language a message is read aloud in: that of its writer's interface when it was written; null where nobody said.
alter table chat_message add column lang text check (lang in ('nb', 'nn', 'en'));
