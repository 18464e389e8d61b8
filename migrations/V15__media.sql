-- examine: judged, and nothing of it is delivered by itself: what was read in a file, or a picture without
-- text where pictures are refused.
alter table message_event drop constraint message_event_handling_check;
alter table message_event add constraint message_event_handling_check
    check (handling in ('screen', 'hold', 'examine', 'opt_out', 'unrouted'));

-- Files have a lane of their own. Which lanes there are is the program's to say.
alter table effect drop constraint if exists effect_lane_check;

-- A file that came with a message. Written in the transaction that records the message, before its event.
create table media_item (
    id              uuid primary key,
    organization_id text not null references organization,
    event_id        uuid not null references message_event deferrable initially deferred,
    position        integer not null check (position between 0 and 9),
    url             text not null,
    declared_type   text not null,
    -- waiting: to be fetched; fetched: here; refused: cannot be had, the reason says why; purged: was here.
    state           text not null default 'waiting'
        check (state in ('waiting', 'fetched', 'refused', 'purged')),
    reason          text,
    type            text,
    sha256          bytea,
    size            integer,
    bytes           bytea,
    -- The event that holds what was read in the files of this message.
    found_event_id  uuid,
    -- When a link to it was last made for the provider.
    passed_on_at    timestamptz,
    added_at        timestamptz not null,
    -- Its fetching came to an end, whatever that was.
    settled         boolean not null default false,
    unique (event_id, position)
);
create index media_item_to_purge on media_item (added_at) where bytes is not null;

-- Whoever knows the token gets one file for a while. The token itself is kept nowhere.
create table media_link (
    token_hash      bytea primary key,
    item_id         uuid not null references media_item on delete cascade,
    expires_at      timestamptz not null,
    fetches         integer not null default 0
);
create index media_link_by_expiry on media_link (expires_at);
