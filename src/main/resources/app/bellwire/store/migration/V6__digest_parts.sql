-- How many stories each of its messages tells, such as 7,8; empty where it is one of 15 at most.
alter table digest_messages add column parts text not null default '';
