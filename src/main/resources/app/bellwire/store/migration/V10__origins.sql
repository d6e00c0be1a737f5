-- Who a report has its news from, one name a line; empty for its own agency.
alter table event_reports add column origins text not null default '';
