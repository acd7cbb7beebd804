-- Whose the words are that a restored version brought back: { client: [[until, personId], …] } (docs/rules/document.md, DOC-12).
-- Null: whoever wrote the row brought it. A set-aside log does without: nothing reads it.
alter table document_update add column whose jsonb;
-- The last letters that were deleted, and where they stood: what an undo brings back is whose it was (DOC-13). Not jsonb, which
-- refuses letters that somebody may well have typed: half an emoji, a null.
alter table document_snapshot add column gone json not null default '[]';
