-- How often something was done, as all instances count it (B37). The state is the library's; a row
-- that has expired is like none.
create table rate_limit_bucket (
    id         text primary key,
    state      bytea,
    expires_at timestamptz not null
);

create index rate_limit_bucket_expiring on rate_limit_bucket (expires_at);

-- What was decided (S2.6). It refers to nothing, so that it outlives whom it is about (B36).
create table rate_limit_log (
    id              uuid primary key,
    -- Whose key asked; null where there is no organization yet.
    organization_id text,
    -- The person, by the asking application's name; null before there is one.
    subject         text,
    ip_address      inet not null,
    action_type     text not null check (action_type in ('invite_attempt', 'org_creation')),
    blocked         boolean not null,
    created_at      timestamptz not null
);

create index rate_limit_log_of_subject on rate_limit_log (subject, created_at)
    where subject is not null;
create index rate_limit_log_of_address on rate_limit_log (ip_address, created_at);
create index rate_limit_log_in_time on rate_limit_log (created_at);
