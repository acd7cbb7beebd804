-- How long what is said in a course's sessions is kept: so many days after each; null: until the cohort's study ends
-- (docs/decisions/0055).
alter table course add column chat_kept_days integer default 30 check (chat_kept_days between 1 and 3650);
