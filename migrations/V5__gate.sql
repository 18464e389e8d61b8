-- One message as received or sent, with the decision on it.
create table message_event (
    id              uuid primary key,
    organization_id text not null references organization,
    conversation_id uuid references conversation,
    channel         text not null check (channel in ('sms', 'erpnext', 'chat')),
    direction       text not null check (direction in ('inbound', 'outbound')),
    sender_role     text not null check (sender_role in ('client', 'provider', 'staff')),
    sender_id       uuid references participant,
    sender_address  text not null,
    -- screen: judged; opt_out: a carrier's keyword; unrouted: nobody it could be for.
    handling        text not null check (handling in ('screen', 'opt_out', 'unrouted')),
    decision        text not null check (decision in ('allow', 'warn', 'redact', 'block')),
    step            text not null check (step in ('none', 'warning', 'escalation')),
    -- The rest of the plan, so that it can be read without the policy of that day.
    plan            jsonb not null,
    risk            double precision not null check (risk between 0 and 1),
    flag_count      integer not null default 0,
    rule_set        text not null,
    settings_version integer not null,
    truncated       boolean not null default false,
    -- recorded: nothing to deliver; visible: the other side could read it before us; queued, sent, failed:
    -- on its way; withheld: waiting for the owner; released: force-sent; dismissed: stays withheld.
    state           text not null check (state in
        ('recorded', 'visible', 'queued', 'sent', 'failed', 'withheld', 'released', 'dismissed')),
    was_blocked     boolean not null,
    anti_poaching_flagged boolean not null,
    -- Facts of the channel (addresses, the provider's name for it), never text.
    envelope        jsonb not null default '{}',
    received_at     timestamptz not null
);
create index message_event_by_conversation on message_event (conversation_id, received_at);
create index message_event_by_organization on message_event (organization_id, received_at);

-- The only table that holds what people wrote.
create table message_text (
    event_id        uuid primary key references message_event,
    organization_id text not null references organization,
    format          text not null check (format in ('plain', 'html')),
    text            text not null
);

-- Which message is known by which name, so that a repeat finds the first answer. Kept for ever, but for
-- names made from a payload's bytes, which expire.
create table message_key (
    organization_id text not null references organization,
    source          text not null,
    key             text not null,
    event_id        uuid not null,
    expires_at      timestamptz,
    primary key (organization_id, source, key)
);

-- A leak that was warned of or blocked, open until it is resolved.
create table anti_poaching_attempt (
    id              uuid primary key,
    organization_id text not null references organization,
    event_id        uuid not null unique references message_event,
    conversation_id uuid references conversation,
    actor_role      text not null,
    actor_id        uuid references participant,
    classes         text[] not null,
    action          text not null check (action in ('warned', 'redacted', 'blocked', 'force_sent', 'dismissed')),
    opened_at       timestamptz not null,
    -- True only once done (B20).
    sender_warned_at timestamptz,
    admin_alerted_at timestamptz,
    owner_notified_at timestamptz,
    resolved_at     timestamptz,
    resolved_by     text,
    reason          text
);
create index attempt_by_conversation on anti_poaching_attempt (conversation_id, opened_at);

-- One row per merged finding. Offsets count code points of the text of text_event_id, which for a leak that was
-- split over several messages is an earlier one.
create table conversation_flag (
    id              bigint generated always as identity primary key,
    organization_id text not null references organization,
    event_id        uuid not null references message_event,
    text_event_id   uuid not null references message_event,
    span_start      integer not null,
    span_end        integer not null,
    class           text not null,
    rule            text not null,
    confidence      double precision not null,
    disguise        text,
    reason          text not null
);
create index conversation_flag_by_event on conversation_flag (event_id);

-- S1.26 as a view: text, addresses and states are read from where they live.
create view conversation_flags as
select f.id,
       e.organization_id,
       c.external_ref as issue_reference,
       e.sender_address as flagged_user,
       e.sender_role as user_type,
       client.email as client_email,
       provider.email as advisor_email,
       f.class as flagged_pattern,
       left(substring(t.text from f.span_start + 1 for f.span_end - f.span_start), 200) as flagged_text,
       e.flag_count as flag_count_for_pair,
       coalesce(a.sender_warned_at is not null, false) as warning_sent,
       coalesce(a.admin_alerted_at is not null, false) as admin_alerted,
       e.received_at as created_at
from conversation_flag f
join message_event e on e.id = f.event_id
left join message_text t on t.event_id = f.text_event_id
left join conversation c on c.id = e.conversation_id
left join participant client on client.id = c.client_id
left join participant provider on provider.id = c.provider_id
left join anti_poaching_attempt a on a.event_id = e.id;
