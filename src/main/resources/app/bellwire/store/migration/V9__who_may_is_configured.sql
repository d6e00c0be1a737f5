-- Who may change things in a chat is read from the configuration in force; a copy would outlive it.
alter table chats drop column who_may;
