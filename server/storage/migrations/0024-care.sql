-- Whom one can call (docs/rules/support-card.md): what the school publishes of its own, one row for each change, the last one counts.
create table support_card (
  version integer primary key check (version > 0),
  entries jsonb not null,
  at timestamptz not null,
  -- Who changed it; nobody once they have been erased.
  by_id uuid references person (id)
);
create index support_card_by on support_card (by_id);
