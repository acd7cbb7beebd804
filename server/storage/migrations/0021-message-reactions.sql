-- What somebody says to a message without words: one of each person, in the order of the channel's revisions.
create table chat_reaction (
  message_id uuid not null references chat_message (id) on delete cascade,
  person_id uuid not null references person (id),
  reaction text not null check (reaction in ('recognise', 'agree', 'thanks', 'warmth', 'thinking', 'glad')),
  nth bigint generated always as identity,
  primary key (message_id, person_id)
);
create index chat_reaction_person on chat_reaction (person_id);
