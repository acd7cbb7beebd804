-- As what somebody from outside was invited, as it was when they began to wait, like `part`.
alter table lobby_place
  add column guest_as text check (guest_as in ('lecturer', 'next-of-kin', 'captioner', 'supervisor'));
