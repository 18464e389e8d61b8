-- What an owner must know. What a notice says is rendered when it is read, from its kind and facts;
-- facts are masked, so that no message text stands here.
create table notice (
    id              uuid primary key,
    organization_id text not null references organization,
    kind            text not null,
    conversation_id uuid,
    event_id        uuid,
    facts           jsonb not null default '{}',
    posted_at       timestamptz not null,
    read_at         timestamptz,
    read_by         text
);
create index notice_by_organization on notice (organization_id, id);
create index notice_unread on notice (organization_id, id) where read_at is null;
