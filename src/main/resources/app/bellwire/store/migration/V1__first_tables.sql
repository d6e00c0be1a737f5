-- One dialect for SQLite and PostgreSQL. Ids are our own time-ordered numbers, times are epoch
-- milliseconds, days are ISO dates, JSON documents are text with a version field.

-- What is known about a source between two looks.
create table sources (
  id text primary key,
  next_look bigint not null,
  last_look bigint,
  last_read bigint,
  etag text,
  last_modified text,
  failures int not null,
  problem text
);

-- The items a source has shown, to tell new ones from old.
create table seen_items (
  source text not null,
  guid text not null,
  link_key text not null,
  title_key text not null,
  content_key text not null,
  last_seen bigint not null,
  primary key (source, guid)
);
create index seen_items_link on seen_items (source, link_key, last_seen);
create index seen_items_title on seen_items (source, title_key, content_key);
create index seen_items_age on seen_items (source, last_seen);

-- paragraphs and authors are JSON arrays of text.
create table articles (
  id bigint primary key,
  source text not null,
  guid text not null,
  link text,
  link_key text not null,
  title_key text not null,
  content_key text not null,
  headline text not null,
  own_headline boolean not null,
  paragraphs text not null,
  language text not null,
  note text not null,
  agency text not null,
  place text not null,
  day text,
  dateline_agency text not null,
  authors text not null,
  published_at bigint,
  read_at bigint not null,
  kind text not null
);
create index articles_link on articles (link_key, read_at, id);
create index articles_age on articles (read_at, id);

create table storylines (
  id bigint primary key,
  opened_at bigint not null
);

create table events (
  id bigint primary key,
  storyline_id bigint not null references storylines (id),
  revision int not null,
  headline text not null,
  opened_at bigint not null,
  updated_at bigint not null
);
create index events_age on events (updated_at, id);
create index events_storyline on events (storyline_id);

-- An article is in one event and never moves.
create table event_reports (
  article_id bigint primary key,
  event_id bigint not null references events (id) on delete cascade,
  position int not null,
  agency text not null,
  link text,
  reported_at bigint not null,
  day text,
  withdrawn boolean not null,
  unique (event_id, position)
);

-- workspace and topic are empty where the network or the chat has none.
create table chats (
  id bigint primary key,
  network text not null,
  workspace text not null,
  address text not null,
  topic text not null,
  zone text,
  quiet text,
  who_may text not null,
  explained boolean not null,
  unique (network, workspace, address, topic)
);

-- plan is JSON. A subscription is owned by a person (owner_*) or a config file (config_*).
create table subscriptions (
  id bigint primary key,
  chat_id bigint not null,
  query text not null,
  plan text not null,
  owner_network text,
  owner_user text,
  owner_name text,
  config_id text,
  config_file text,
  since_at bigint not null,
  until_at bigint,
  ended_at bigint
);
create index subscriptions_config on subscriptions (config_id, chat_id)
  where config_id is not null;
create index subscriptions_live on subscriptions (chat_id) where ended_at is null;

create table mutes (
  chat_id bigint not null,
  scope text not null,
  target bigint not null,
  until_at bigint not null,
  muted_by text not null,
  primary key (chat_id, scope, target)
);

-- What each chat was told: alert is JSON, sentences a JSON array of what it told.
create table alert_log (
  id bigint primary key,
  chat_id bigint not null,
  event_id bigint not null,
  revision int not null,
  kind text not null,
  sentences text not null,
  alert text not null,
  decided_at bigint not null,
  unique (chat_id, event_id, revision)
);
create index alert_log_event on alert_log (event_id, chat_id);
create index alert_log_chat on alert_log (chat_id, decided_at);
create index alert_log_age on alert_log (decided_at);

create table alert_subscriptions (
  alert_id bigint not null references alert_log (id) on delete cascade,
  subscription_id bigint not null,
  decided_at bigint not null,
  primary key (alert_id, subscription_id)
);
create index alert_subscriptions_count on alert_subscriptions (subscription_id, decided_at);

create table held_alerts (
  alert_id bigint primary key,
  chat_id bigint not null,
  event_id bigint not null,
  reason text not null,
  until_at bigint not null,
  alert text not null
);
create index held_alerts_due on held_alerts (until_at);
create index held_alerts_chat on held_alerts (chat_id, event_id);

-- message is JSON. settled_at is null while a delivery stands in its chat's lane.
-- A row is a digest that was made: one for a chat, a local date and a time of day, whatever clocks do.
create table digests (
  chat_id bigint not null,
  day text not null,
  at_time text not null,
  made_at bigint not null,
  primary key (chat_id, day, at_time)
);

create table outbox (
  id bigint primary key,
  chat_id bigint not null,
  state text not null,
  message text not null,
  thread text,
  attempts int not null,
  queued_at bigint not null,
  due_at bigint not null,
  expires_at bigint not null,
  settled_at bigint,
  message_id text,
  detail text
);
create index outbox_lanes on outbox (chat_id, id) where settled_at is null;
create index outbox_parked on outbox (chat_id, id) where state = 'PARKED';
create index outbox_age on outbox (queued_at);
create index outbox_settled on outbox (settled_at) where settled_at is not null;

-- The network's ids of what was sent in a thread; one of a thread is its root.
create table thread_messages (
  chat_id bigint not null,
  message_id text not null,
  thread text not null,
  root boolean not null,
  sent_at bigint not null,
  primary key (chat_id, message_id)
);
create index thread_messages_thread on thread_messages (chat_id, thread);
create unique index thread_messages_root on thread_messages (chat_id, thread) where root;
create index thread_messages_age on thread_messages (sent_at);

-- What people typed; message is JSON, emptied once it is done.
create table inbox (
  id bigint primary key,
  network text not null,
  update_id text not null,
  message text not null,
  received_at bigint not null,
  done_at bigint,
  unique (network, update_id)
);
create index inbox_open on inbox (id) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

-- arguments is a JSON array of text.
create table buttons (
  id text primary key,
  chat_id bigint not null,
  verb text not null,
  arguments text not null,
  expires_at bigint not null
);
create index buttons_age on buttons (expires_at);

create table audit (
  id bigint primary key,
  noted_at bigint not null,
  who text not null,
  what text not null
);
create index audit_age on audit (noted_at);

-- read_at is when the item was noted first, noted_at when its outcome was last decided.
create table ledger (
  article_id bigint primary key,
  read_at bigint not null,
  noted_at bigint not null,
  outcome text not null,
  reason text not null
);
create index ledger_read on ledger (read_at);
create index ledger_noted on ledger (noted_at, outcome);

-- content is JSON; position keeps the order of arrival.
create table local_messages (
  id text primary key,
  position bigint not null,
  chat text not null,
  said_at bigint not null,
  said_by text not null,
  content text not null,
  thread text,
  edited boolean not null,
  delivery_id text unique
);
create index local_messages_chat on local_messages (chat, position);
create index local_messages_age on local_messages (said_at);
