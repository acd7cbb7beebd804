-- Where somebody writes who asks what the school holds about them; empty until the school says it.
alter table school add contact text not null default '';
