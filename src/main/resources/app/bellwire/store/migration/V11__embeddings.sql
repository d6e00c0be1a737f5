-- What articles mean, where story.embeddings is on: one byte a dimension, in base64. All are of one
-- model; a change to another model empties the table.
create table article_embeddings (
  article_id bigint primary key references articles (id) on delete cascade,
  embedding text not null
);
