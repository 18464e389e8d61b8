-- What was found in names and invitations (S2.4), one row a detection. Evidence outlives whom it speaks of and who
-- asked for it, so organizations are named and not referred to, and nothing cascades (B36). A sign-up speaks of an
-- organization that is not there yet (B32).
create table spam_log (
    id                 uuid primary key,
    organization_id    text,
    -- Whose key asked, and so who may read a row that speaks of no organization.
    asked_by           text not null,
    visible_to         text not null generated always as (coalesce(organization_id, asked_by)) stored,
    -- Whose text it is, by a name of the caller's.
    subject            text check (length(subject) between 1 and 200),
    content_type       text not null check (content_type in ('organization_name', 'owner_name', 'invitation')),
    -- Sealed; forgotten when its time has come (B36).
    original_content   bytea,
    original_until     timestamptz not null,
    sanitised_content  text not null,
    spam_score         integer not null check (spam_score between 0 and 100),
    spam_reasons       jsonb not null,
    is_high_risk       boolean not null,
    action_taken       text not null check (action_taken in ('blocked', 'flagged', 'allowed')),
    created_at         timestamptz not null,
    ip_address         inet
);
create index spam_log_by_reader on spam_log (visible_to, id);
create index spam_log_by_organization on spam_log (organization_id, created_at);
create index spam_log_by_asker on spam_log (asked_by, created_at);
create index spam_log_by_time on spam_log (created_at);
create index spam_log_by_address on spam_log (ip_address, created_at) where ip_address is not null;
create index spam_log_to_purge on spam_log (original_until) where original_content is not null;

-- A person's word on a detection; only ever added, the last one counts.
create table spam_review (
    id          bigint generated always as identity primary key,
    spam_id     uuid not null references spam_log,
    turn        integer not null check (turn > 0),
    verdict     text not null check (verdict in ('allow', 'confirm')),
    reason      text,
    reviewer    text not null,
    reviewed_at timestamptz not null,
    unique (spam_id, turn)
);
