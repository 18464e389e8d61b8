-- Tenants. Every other row names the organization it belongs to.
create table organization (
    id          text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name        text not null,
    standing    text not null default 'active' check (standing in ('active', 'flagged', 'suspended')),
    created_at  timestamptz not null default now()
);

-- One document of settings per organization; a change adds a version, none is overwritten.
create table settings_version (
    organization_id text not null references organization,
    version         integer not null,
    document        jsonb not null,
    changed_by      text not null,
    changed_at      timestamptz not null default now(),
    primary key (organization_id, version)
);

-- Credentials of Twilio and ERPNext, sealed with the installation's key.
create table provider_account (
    organization_id text not null references organization,
    provider        text not null check (provider in ('twilio', 'erpnext')),
    sealed          bytea not null,
    changed_at      timestamptz not null default now(),
    primary key (organization_id, provider)
);

insert into organization (id, name) values ('default', 'Default');
