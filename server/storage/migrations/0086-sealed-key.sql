-- The key of what is asked without a name lies in a file of its own (docs/decisions/0076): a row leaves its bytes in the log of
-- changes. What is open now has none there, and is closed by the housekeeping of the next start.
alter table sealed_tally drop column key;
