-- What the owner said of a leak: right to stop it, or a false alarm. Null until then, and for what was force-sent.
alter table anti_poaching_attempt add column verdict text check (verdict in ('right', 'false_alarm'));

-- The newest events of an organization, page by page; ids are ordered by time.
create index message_event_newest on message_event (organization_id, id);

-- What a client and a provider may mention to each other in every conversation they have.
create table pair_contact (
    id              uuid primary key,
    organization_id text not null references organization,
    client_id       uuid not null references participant,
    provider_id     uuid not null references participant,
    kind            text not null check (kind in ('email', 'phone', 'domain')),
    value           text not null,
    event_id        uuid not null references message_event,
    allowed_by      text not null,
    reason          text not null,
    allowed_at      timestamptz not null,
    unique (organization_id, client_id, provider_id, kind, value)
);

-- How often an owner agreed or disagreed with a rule.
create table rule_lesson (
    organization_id text not null references organization,
    class           text not null,
    rule            text not null,
    verdict         text not null check (verdict in ('force_sent', 'right', 'false_alarm')),
    count           bigint not null,
    last_at         timestamptz not null,
    primary key (organization_id, class, rule, verdict)
);

alter table effect drop constraint effect_lane_check;
alter table effect add constraint effect_lane_check
    check (lane in ('twilio', 'erpnext', 'mail', 'webhook'));

-- Where and of what an owner is told outside. open: an effect is ordered that will tell of everything
-- posted until it begins.
create table telling (
    organization_id text not null references organization,
    occasion        text not null check (occasion in ('holds', 'escalations', 'trouble')),
    way             text not null check (way in ('mail', 'sms', 'webhook')),
    address         text not null, -- a phone; empty where one message goes to all
    open            boolean not null,
    told_at         timestamptz,   -- when the last telling began
    primary key (organization_id, occasion, way, address)
);

-- What an owner is yet to be told of. effect_id: the effect that has taken it on.
create table telling_item (
    organization_id text not null references organization,
    occasion        text not null,
    way             text not null,
    address         text not null,
    notice_id       uuid not null references notice on delete cascade,
    effect_id       uuid,
    primary key (organization_id, occasion, way, address, notice_id)
);
create index telling_item_by_effect on telling_item (effect_id) where effect_id is not null;

-- What an owner's webhook is signed with, sealed. The former secret signs along until it is worthless.
create table webhook_secret (
    organization_id text primary key references organization,
    sealed          bytea not null,
    former          bytea,
    changed_at      timestamptz not null,
    changed_by      text not null
);

-- Days of which the digest was ordered, or found to be empty. day: in the owner's time zone.
create table digest (
    organization_id text not null references organization,
    day             date not null,
    since           timestamptz not null,
    until           timestamptz not null,
    primary key (organization_id, day)
);
