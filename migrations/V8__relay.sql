-- Numbers that conversations are relayed by; a message that comes from one of them is never answered.
create table relay_number (
    organization_id text not null references organization,
    number          text not null check (number ~ '^\+[0-9]{4,15}$'),
    primary key (organization_id, number)
);

-- Who writes to which number means which conversation: the key is what keeps one person's message from
-- reaching another.
create table relay_route (
    organization_id text not null,
    relay_number    text not null,
    phone           text not null check (phone ~ '^\+[0-9]{4,15}$'),
    conversation_id uuid not null references conversation,
    role            text not null check (role in ('client', 'provider')),
    primary key (organization_id, relay_number, phone),
    foreign key (organization_id, relay_number) references relay_number
);
create index relay_route_by_conversation on relay_route (conversation_id);

-- Per person and number, as Twilio blocks it. Kept when it is lifted.
create table opt_out (
    organization_id text not null references organization,
    relay_number    text not null,
    phone           text not null,
    -- keyword: the person said so; provider: Twilio refused a message with 21610.
    cause           text not null check (cause in ('keyword', 'provider')),
    since           timestamptz not null,
    lifted_at       timestamptz,
    primary key (organization_id, relay_number, phone)
);

-- When somebody was last written to without a person having asked for it.
create table auto_reply (
    organization_id text not null references organization,
    relay_number    text not null,
    phone           text not null,
    kind            text not null check (kind in ('reply', 'unknown_sender')),
    last_at         timestamptz not null,
    primary key (organization_id, relay_number, phone, kind)
);
