-- Parked (V6) is now also what stopped at something that somebody must set right; outcome_code says what.
-- An effect that was promised a turn, or ordered for later, is not begun earlier.
alter table effect add column not_before timestamptz;

-- What became of each text message that an effect ordered, as far as the carrier says.
create table sms_delivery (
    effect_id        uuid primary key,
    organization_id  text not null references organization,
    event_id         uuid,
    -- Whether it brings a message to its other side; answers of our own say nothing about the message.
    carries          boolean not null,
    number           text not null, -- ours
    phone            text not null, -- theirs
    -- How many sends of the same message came to nothing before.
    resend           integer not null,
    encoding         text not null check (encoding in ('gsm7', 'ucs2')),
    segments         integer not null,
    sid              text,
    -- planned: no request was made yet; attempted: one was begun; refused: none was taken; else the
    -- carrier's own word. It changes only to a word of higher rank, whatever the order they come in.
    status           text not null,
    rank             integer not null,
    error_code       text,
    planned_at       timestamptz not null,
    first_attempt_at timestamptz,
    attempted_at     timestamptz,
    accepted_at      timestamptz, -- when we learned its sid from an answer or by asking
    changed_at       timestamptz not null,
    look_at          timestamptz  -- when to ask what became of it, unless somebody says so before
);
create unique index sms_delivery_by_sid on sms_delivery (organization_id, sid) where sid is not null;
create index sms_delivery_by_event on sms_delivery (event_id) where event_id is not null;
create index sms_delivery_to_look_at on sms_delivery (look_at) where look_at is not null;

-- When the next segment may leave by a number.
create table sms_pace (
    organization_id text not null references organization,
    number          text not null,
    free_at         timestamptz not null,
    primary key (organization_id, number)
);

-- Messages of a day in UTC, by the prefix of the recipient's number; * counts all.
create table sms_day (
    organization_id text not null references organization,
    day             date not null,
    prefix          text not null,
    sent            integer not null,
    most            integer not null, -- the ceiling when it was counted last
    primary key (organization_id, day, prefix)
);

-- When the owner was told of a reason that stops messages.
create table sms_alarm (
    organization_id text not null references organization,
    code            text not null,
    told_at         timestamptz not null,
    primary key (organization_id, code)
);

-- Up to when the messages that came in were compared with the carrier's list.
create table sms_look (
    organization_id text primary key references organization,
    looked_at       timestamptz not null
);
