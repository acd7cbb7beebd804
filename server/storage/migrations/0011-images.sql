-- Pictures in documents. What they look like lies beside the database (server/storage/blobs.ts), under the image's id.
create table document_image (
  document_id uuid not null references document (id) on delete cascade,
  -- The same picture stands in a template and in what was made from it.
  image_id uuid not null,
  -- Null: came with a template.
  by_id uuid references person (id),
  at timestamptz not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  -- Since when no text, version or unstored row of the document names it; null while one does.
  unused_since timestamptz,
  primary key (document_id, image_id)
);
create index document_image_image on document_image (image_id);
create index document_image_by on document_image (by_id) where by_id is not null;
