-- The pictures of what was handed in, so that they are kept and shown as long as it is (docs/rules/assignment.md, ASG-19).
create table submission_image (
  submission_id uuid not null references submission (id),
  image_id uuid not null,
  primary key (submission_id, image_id)
);
create index submission_image_image on submission_image (image_id);

-- What was handed in before, as far as its document has the pictures still.
insert into submission_image (submission_id, image_id)
select s.id, i.image_id
from submission s join paper p on p.id = s.paper_id join document_image i on i.document_id = p.document_id
where position(convert_to(i.image_id::text, 'UTF8') in s.canonical) > 0;

create trigger submission_image_stays before update or delete or truncate on submission_image
  for each statement execute function refuse_change();
