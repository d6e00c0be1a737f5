-- Pairs of reports of which somebody has said that they tell one event or two. said_by is a person's
-- id; steers tells whether later reports are placed by it.
create table story_labels (
  article_id bigint not null,
  other_id bigint not null,
  same boolean not null,
  steers boolean not null,
  said_by text not null,
  said_at bigint not null,
  primary key (article_id, other_id)
);
create index story_labels_other on story_labels (other_id);
create index story_labels_age on story_labels (said_at);
