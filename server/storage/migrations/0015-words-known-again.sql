-- By what words that were taken back are known again when their writer puts them back (docs/rules/chat.md, CHAT-11).
alter table chat_message add column deleted_fingerprint text;
alter table chat_message add check (deleted_fingerprint is null or deleted_at is not null);
