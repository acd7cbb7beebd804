-- With what each is here, so that a guest is marked as one wherever the name stands.
create or replace view line_holder as
  select session_id, person_id, display_name, line_id, part, guest_as from seat
  union all
  select session_id, person_id, display_name, line_id, part, guest_as from lobby_place p
  where not exists (
    select from seat s where s.session_id = p.session_id and s.person_id = p.person_id);
