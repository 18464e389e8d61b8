-- A Compliance Alert: an Issue on the site, one for a matter and a window of strikes (B22). What a matter is:
-- a pair, or a conversation in which nobody is known, or a message of no conversation.
create table compliance_alert (
    id              uuid primary key,
    organization_id text not null references organization,
    matter          uuid not null,
    pair_id         uuid references pair,
    conversation_id uuid references conversation,
    -- opening: no Issue yet; open: the desk has it; closing: resolved here, the site is being told; closed.
    state           text not null check (state in ('opening', 'open', 'closing', 'closed')),
    -- Whether further strikes of the matter go into it.
    current         boolean not null default true,
    -- The message whose effect makes the Issue; null when it failed, until another takes over.
    opener          uuid,
    issue           text,
    strikes         integer not null,
    high            boolean not null default false, -- its priority was raised
    opened_at       timestamptz not null,
    last_at         timestamptz not null,           -- of the last strike
    closed_at       timestamptz,
    closed_by       text                            -- erpnext, or who resolved the last attempt here
);
create unique index compliance_alert_current on compliance_alert (organization_id, matter) where current;
create index compliance_alert_by_issue on compliance_alert (organization_id, issue) where issue is not null;
create index compliance_alert_newest on compliance_alert (organization_id, id);

-- Which messages an alert is about. Written before the event itself, in its transaction.
create table compliance_alert_strike (
    event_id        uuid primary key,
    organization_id text not null references organization,
    alert_id        uuid not null references compliance_alert,
    shown_at        timestamptz -- when the desk could read of it
);
create index compliance_alert_strike_by_alert on compliance_alert_strike (alert_id);

-- How two people stand after repeated strikes (S1.6): under review, suspended, both or, when all is null again,
-- neither. One row a pair, so that nothing stands in the way of an end (B28, B29); its history is the audit's.
create table pair_standing (
    pair_id         uuid primary key references pair,
    organization_id text not null references organization,
    review_since    timestamptz,
    suspended_since timestamptz,
    suspended_until timestamptz, -- from then on it is over, recorded or not
    changed_at      timestamptz not null,
    changed_by      text not null,
    reason          text,
    check ((suspended_since is null) = (suspended_until is null))
);
create index pair_standing_suspended on pair_standing (organization_id, suspended_until)
    where suspended_since is not null;

-- Who was told of a suspension: a sender once, the owner once a day.
create table pair_told (
    organization_id text not null references organization,
    pair_id         uuid not null references pair,
    suspended_since timestamptz not null,
    whom            text not null,
    primary key (pair_id, suspended_since, whom)
);
