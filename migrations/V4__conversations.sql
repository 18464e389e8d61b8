-- People. One row per person, role and organization: strikes are counted per pair of these (S1.25).
create table participant (
    id              uuid primary key,
    organization_id text not null references organization,
    role            text not null check (role in ('client', 'provider', 'staff')),
    name            text,
    email           text check (email = lower(email)),
    phone           text check (phone ~ '^\+[0-9]{4,15}$'),
    language        text,
    created_at      timestamptz not null
);
create unique index participant_by_email on participant (organization_id, role, email) where email is not null;
create unique index participant_by_phone on participant (organization_id, role, phone) where phone is not null;

-- A client-provider thread: an ERPNext Issue, a relayed SMS session, a chat thread.
create table conversation (
    id              uuid primary key,
    organization_id text not null references organization,
    channel         text not null check (channel in ('sms', 'erpnext', 'chat')),
    external_ref    text not null,
    client_id       uuid references participant,
    provider_id     uuid references participant,
    relay_number    text check (relay_number ~ '^\+[0-9]{4,15}$'),
    created_at      timestamptz not null,
    unique (organization_id, channel, external_ref)
);

create table conversation_staff (
    organization_id text not null references organization,
    conversation_id uuid not null references conversation,
    participant_id  uuid not null references participant,
    primary key (conversation_id, participant_id)
);

-- What may be mentioned in a conversation without being a leak.
create table known_contact (
    organization_id text not null references organization,
    conversation_id uuid not null references conversation,
    kind            text not null check (kind in ('email', 'phone', 'domain')),
    value           text not null,
    primary key (conversation_id, kind, value)
);

-- The two people whose flagged messages are counted together; also the row that is locked meanwhile.
create table pair (
    id              uuid primary key,
    organization_id text not null references organization,
    client_id       uuid references participant,
    provider_id     uuid references participant,
    unique nulls not distinct (organization_id, client_id, provider_id)
);

-- One flagged message, however many findings it holds (B17).
create table strike (
    event_id        uuid primary key,
    organization_id text not null references organization,
    pair_id         uuid not null references pair,
    at              timestamptz not null
);
create index strike_by_pair on strike (pair_id, at);
