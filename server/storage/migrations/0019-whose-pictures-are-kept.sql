-- Whose room a picture takes that was handed in, also when no document has it any more (docs/rules/document.md, IMG-6).
alter table submission_image disable trigger submission_image_stays;
alter table submission_image
  add column by_id uuid references person (id),
  add column bytes integer;

-- What was handed in before, as far as a document has the pictures still. The rest is nobody's.
update submission_image s set by_id = i.by_id, bytes = i.bytes
from (
  select distinct on (image_id) image_id, by_id, bytes from document_image order by image_id, by_id nulls last
) i
where i.image_id = s.image_id;

alter table submission_image enable trigger submission_image_stays;
create index submission_image_by on submission_image (by_id);
