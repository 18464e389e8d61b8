-- What was decided and what became of it, for whoever follows from outside. It holds no text: that is looked up
-- when an entry leaves, where its organization lets it out at all.
create table feed_entry (
    -- Numbers are given out before the commit. So the order is by the transaction first, and what may be read ends
    -- before the oldest that still runs. Within a conversation the transaction never falls below the last one's.
    number          bigint generated always as identity,
    era             bigint not null,
    xid             xid8 not null,
    id              uuid not null,
    organization_id text not null references organization,
    type            text not null,
    conversation_id uuid,
    event_id        uuid,
    state           text, -- of the message, then
    at              timestamptz not null,
    facts           jsonb not null default '{}',
    primary key (era, xid, number)
);
create index feed_entry_by_organization on feed_entry (organization_id, era, xid, number);
create index feed_entry_by_conversation on feed_entry (conversation_id, era, xid, number)
    where conversation_id is not null;
create index feed_entry_by_age on feed_entry using brin (at);

-- A restored database counts its transactions anew; a further row says that it did, and none is era 0.
create table feed_era (
    era   bigint primary key,
    since timestamptz not null
);

-- The last entry that was forgotten: whoever read no further has missed something.
create table feed_forgotten (
    one    boolean primary key default true check (one),
    era    bigint not null,
    xid    xid8 not null,
    number bigint not null
);

-- How far the feed was handed over to each outlet, and who is at it.
create table feed_outlet (
    name            text primary key,
    organization_id text references organization, -- null: it gets those of all
    target          text not null,                -- where it leads; when that changes, old troubles are forgotten
    era             bigint not null,
    xid             xid8 not null,
    number          bigint not null,
    leased_by       text,
    leased_until    timestamptz,
    failures        integer not null default 0,   -- in a row
    failing_since   timestamptz,
    next_at         timestamptz,                  -- not to be tried before
    trouble         text,
    stopped         boolean not null default false, -- not to be tried at all until the target is another
    told            boolean not null default false, -- somebody was told of the trouble
    handed          bigint not null default 0,
    handed_at       timestamptz
);
