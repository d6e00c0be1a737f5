-- plan is JSON: zone, quiet hours and digest times of the chat; it takes the place of zone and quiet.
alter table chats add column plan text;
alter table chats add column paused_at bigint;
alter table chats add column paused_by text;

-- lost: how often its answer was lost. doubtful: the last one was, and nobody has looked since.
alter table outbox add column priority int not null default 2;
alter table outbox add column lost int not null default 0;
alter table outbox add column doubtful boolean not null default false;
drop index outbox_parked;
update outbox set state = 'QUEUED', settled_at = null where state = 'PARKED';
update outbox set doubtful = true, lost = 1 where state = 'UNCERTAIN' and settled_at is null;
create index outbox_expiry on outbox (expires_at) where settled_at is null;
create index outbox_sending on outbox (id) where state = 'SENDING';
create index outbox_uncertain on outbox (id) where state = 'UNCERTAIN';

-- The lane of a chat: its oldest open delivery, and when it may be tried.
create table lanes (
  chat_id bigint primary key,
  head_id bigint,
  priority int not null,
  next_at bigint not null,
  served_at bigint not null,
  busy boolean not null,
  parked_at bigint,
  parked text
);
create index lanes_order on lanes (priority, served_at, head_id)
  where head_id is not null and not busy and parked_at is null;
insert into lanes (chat_id, head_id, priority, next_at, served_at, busy)
  select chat_id, min(id), 2, 0, 0, false from outbox where settled_at is null group by chat_id;

-- How long networks asked to wait; scope is a network's name or an address.
create table pauses (
  scope text primary key,
  until_at bigint not null
);
