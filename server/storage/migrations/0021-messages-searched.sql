-- What a search of a session's chat looks in. A session has some thousand messages at most: its own index finds them.
alter table chat_message add column words tsvector not null
  generated always as (to_tsvector('norwegian', text)) stored;
