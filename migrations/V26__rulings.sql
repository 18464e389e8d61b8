-- What was decided on content, of ours or of other systems, and by whom (S4.14). Append-only (B50): a later
-- opinion or a person's word is a further row, and what holds now is read from them all. It holds no text.
create table content_moderation_decision (
    id              uuid primary key,
    -- Decisions of one source by their order; clocks of two instances differ.
    number          bigint generated always as identity,
    organization_id text not null references organization, -- none is everybody's (B55)
    source_kind     text not null check (source_kind ~ '^[a-z][a-z0-9_]{0,31}$'), -- message, post, comment …
    source_id       text not null check (length(source_id) between 1 and 200),
    event_id        uuid references message_event,
    classifier      text not null check (length(classifier) between 1 and 200), -- exactly who decided (B52)
    scores          jsonb not null check (jsonb_exists_all(scores, -- always all of them (S4.11)
        array['hate', 'harassment', 'sexual', 'sexual_minors', 'violence', 'self_harm'])),
    decision        text not null check (decision in ('allow', 'quarantine', 'block')),
    confidence      double precision not null check (confidence between 0 and 1),
    help            boolean not null,
    reasons         jsonb not null,
    -- A keyed hash by which the same text is known again; null where a source never changes.
    fingerprint     text,
    url             text, -- where its system shows it
    decided_at      timestamptz not null
);
create index content_moderation_decision_by_source
    on content_moderation_decision (organization_id, source_kind, source_id, number desc);
create index content_moderation_decision_by_event
    on content_moderation_decision (event_id) where event_id is not null;

-- What people said of a decision (S4.19), any number of times; the last one counts.
create table content_moderation_review (
    id              uuid primary key,
    organization_id text not null references organization,
    decision_id     uuid not null references content_moderation_decision,
    version         integer not null check (version > 0), -- of two at once one is refused
    reviewer        text not null, -- the name of a key
    reviewer_key    uuid, -- null where it followed from another deed
    decision        text not null check (decision in ('allow', 'quarantine', 'block')),
    reason          text not null,
    reviewed_at     timestamptz not null,
    unique (decision_id, version)
);

-- A person's word on the same text, which no later opinion of a program undoes.
alter table content_moderation_decision add column settled_by uuid references content_moderation_review;

create trigger content_moderation_decision_is_append_only
    before update or delete on content_moderation_decision
    for each row execute function refuse_change();
create trigger content_moderation_review_is_append_only
    before update or delete on content_moderation_review
    for each row execute function refuse_change();

-- Each decision with the last word a person had on it, or on the same text before.
create view content_moderation_ruling as
select d.id,
       d.number,
       d.organization_id,
       d.source_kind,
       d.source_id,
       d.event_id,
       d.classifier,
       d.scores,
       d.decision,
       d.confidence,
       d.help,
       d.reasons,
       d.fingerprint,
       d.url,
       d.decided_at,
       coalesce(own.version, 0) as version,
       coalesce(own.decision, settled.decision) as human_decision,
       coalesce(own.reviewer, settled.reviewer) as human_reviewer,
       coalesce(own.reviewed_at, settled.reviewed_at) as reviewed_at,
       coalesce(own.decision, settled.decision, d.decision) as effective
from content_moderation_decision d
left join lateral (
    select r.decision, r.reviewer, r.reviewed_at, r.version from content_moderation_review r
    where r.decision_id = d.id order by r.version desc limit 1) own on true
left join content_moderation_review settled on settled.id = d.settled_by;

-- What holds now of each source (S4.2). Flags are read from it, so none can be left behind (B56).
create view content_moderation_current as
select distinct on (organization_id, source_kind, source_id) *,
       effective = 'quarantine' as is_quarantined,
       effective = 'block' as is_hidden
from content_moderation_ruling
order by organization_id, source_kind, source_id, number desc;

-- What waits for a person: quarantined or blocked (B55), and not yet looked at. A source stands in it once,
-- since it first came in, and whoever works on it holds it for a while.
create table content_moderation_queue (
    organization_id text not null references organization,
    source_kind     text not null,
    source_id       text not null,
    number          bigint generated always as identity,
    decision_id     uuid not null references content_moderation_decision,
    decision        text not null,
    help            boolean not null,
    categories      text[] not null, -- what it is chiefly about
    risk            double precision not null,
    reports         integer not null default 0, -- by users (S4.9)
    since           timestamptz not null,
    claimed_by      text,
    claimed_key     uuid,
    claimed_until   timestamptz,
    primary key (organization_id, source_kind, source_id)
);
create unique index content_moderation_queue_by_number on content_moderation_queue (number);
create index content_moderation_queue_oldest
    on content_moderation_queue (organization_id, help desc, number);
create index content_moderation_queue_riskiest
    on content_moderation_queue (organization_id, help desc, risk desc, number);

-- What a reviewer reads of content that another system keeps, and the notes of reports: sealed, and only for
-- a while.
create table content_moderation_text (
    organization_id text not null references organization,
    source_kind     text not null,
    source_id       text not null,
    part            text not null, -- content, or the id of a report
    sealed          bytea not null,
    kept_until      timestamptz not null,
    primary key (organization_id, source_kind, source_id, part)
);
create index content_moderation_text_by_end on content_moderation_text (kept_until);

-- What users say of content (S4.9); each is heard once of each source and category.
create table content_moderation_report (
    id              uuid primary key,
    organization_id text not null references organization,
    source_kind     text not null,
    source_id       text not null,
    category        text not null,
    reporter        text not null, -- as the reporting system names its user
    reported_by     text not null, -- the name of the key that passed it on
    reported_at     timestamptz not null,
    unique (organization_id, source_kind, source_id, reporter, category)
);
create index content_moderation_report_by_reporter
    on content_moderation_report (organization_id, reporter, reported_at);
