-- The words of each subscription made in a chat, and since when a first report is waited for.
-- settled_at is when one had come or its absence was said.
create table empty_days (
  subscription_id bigint primary key,
  chat_id bigint not null,
  words text not null,
  since_at bigint not null,
  settled_at bigint
);
create index empty_days_open on empty_days (since_at) where settled_at is null;
create index empty_days_chat on empty_days (chat_id);

-- What is there already is not asked about.
insert into empty_days (subscription_id, chat_id, words, since_at, settled_at)
select id, chat_id, query, since_at, since_at from subscriptions
where config_id is null and ended_at is null;

-- When sources could not be read.
create table source_gaps (
  source text not null,
  from_at bigint not null,
  to_at bigint not null,
  primary key (source, from_at)
);
create index source_gaps_age on source_gaps (to_at);
