-- The fingerprint of what an answer's template said when it was begun: a text that says the same is nobody's answer
-- (docs/rules/assignment.md, ASG-10). Null: begun from an empty page, or before this was kept.
alter table paper add column began_as text check (began_as ~ '^[0-9a-f]{64}$');
