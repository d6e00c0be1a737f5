-- What became of an article in each chat it concerns. read_at is when that was noted first, noted_at
-- when it was last decided; subscriptions is a JSON array of ids; muted_by is empty where nobody did.
create table verdicts (
  article_id bigint not null,
  chat_id bigint not null,
  event_id bigint not null,
  read_at bigint not null,
  noted_at bigint not null,
  outcome text not null,
  reason text not null,
  until_at bigint,
  muted_by text not null,
  subscriptions text not null,
  primary key (article_id, chat_id)
);
create index verdicts_chat on verdicts (chat_id, read_at);
create index verdicts_event on verdicts (chat_id, event_id);
create index verdicts_age on verdicts (noted_at);

-- For the fate of the messages of one story in one chat.
create index outbox_chat_thread on outbox (chat_id, thread) where thread is not null;
