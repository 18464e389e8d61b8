-- Entries of the feed are numbered in a Redis Stream by where they stand in it: an entry's id there
-- is base + its transaction, and its number. One base for each stream and era of transactions.
create table stream_base (
  stream text not null,
  era bigint not null,
  base bigint not null,
  primary key (stream, era)
);
