-- When an alert went on its way; empty while it is held.
alter table alert_log add column told_at bigint;
update alert_log set told_at = decided_at;

-- A message that told several stories. occasion is DAILY, QUIET_OVER, NEW_DAY, RESUMED or BACK.
create table digest_messages (
  id bigint primary key,
  chat_id bigint not null,
  occasion text not null,
  reason text not null,
  next_at bigint,
  since_at bigint not null,
  made_at bigint not null,
  withdrawn int not null
);
create index digest_messages_chat on digest_messages (chat_id, id);
create index digest_messages_age on digest_messages (made_at);

-- Its stories; alert is JSON, the story as the message shows it now.
create table digest_stories (
  digest_id bigint not null references digest_messages (id) on delete cascade,
  event_id bigint not null,
  chat_id bigint not null,
  position int not null,
  alert text not null,
  primary key (digest_id, event_id)
);
create index digest_stories_event on digest_stories (chat_id, event_id);

create index digests_age on digests (made_at);

-- Reports kept from a chat until that is said there; reason is that of the decision.
create table left_out (
  chat_id bigint not null,
  article_id bigint not null,
  event_id bigint not null,
  reason text not null,
  due_at bigint not null,
  primary key (chat_id, article_id)
);
create index left_out_due on left_out (due_at);
