-- What the admins were told about what is wrong, one row for each cause and thing: since when the
-- trouble lasts, when and how often it was said, when it is said again, the hash of what the last
-- message shows and when that was written. The thing of a CHAT is the chat's id.
create table notices (
  cause text not null,
  thing text not null,
  id bigint not null,
  since_at bigint not null,
  said_at bigint not null,
  times int not null,
  again_at bigint not null,
  words text not null,
  shown_at bigint not null,
  ended_at bigint,
  primary key (cause, thing)
);
create index notices_ended on notices (ended_at) where ended_at is not null;
