-- Keys are random and long, so a plain SHA-256 of them is enough to look them up by.
create table access_key (
    id              uuid primary key,
    organization_id text not null references organization,
    name            text not null,
    hash            bytea not null unique,
    roles           text[] not null check (roles <@ array['operator', 'owner', 'moderator', 'auditor', 'sender']),
    created_at      timestamptz not null,
    revoked_at      timestamptz
);
