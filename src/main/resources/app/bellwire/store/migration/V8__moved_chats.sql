-- Addresses that chats had before their network gave them another: what names the old one means the
-- chat all the same.
create table moved_chats (
  network text not null,
  workspace text not null,
  address text not null,
  now_at text not null,
  primary key (network, workspace, address)
);
