-- plan is JSON: zone, quiet hours and digest times of the chat; it takes the place of zone and quiet.
alter table chats add column plan text;
alter table chats add column paused_at bigint;
alter table chats add column paused_by text;
