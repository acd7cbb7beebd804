-- Whether a second factor was shown within a sign-in, or the school asks nobody for one. Without, it carries no role that asks for one.
alter table sign_in add column second_factor boolean not null default false;

-- The doors of a demonstration school ask nobody. Elsewhere whoever had one when they signed in has shown it.
update sign_in set second_factor = true
where exists (select from door)
  or exists (select from authenticator_app app
    where app.person_id = sign_in.person_id and app.confirmed_at <= sign_in.created_at)
  or exists (select from passkey key
    where key.person_id = sign_in.person_id and key.created_at <= sign_in.created_at);
