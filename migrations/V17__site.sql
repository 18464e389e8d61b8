-- Who filled a side: its owner by registering it, a message's payload, or the site when it was asked. What an
-- owner said is never replaced by the others (B23). Of older rows nobody knows; they count as the owner's.
alter table conversation
    add column client_source text check (client_source in ('owner', 'payload', 'site')),
    add column provider_source text check (provider_source in ('owner', 'payload', 'site'));
update conversation set client_source = 'owner' where client_id is not null;
update conversation set provider_source = 'owner' where provider_id is not null;

-- A registration replaces the owner's contacts, reading the site its own; the same contact may be of both.
alter table known_contact
    add column source text not null default 'owner' check (source in ('owner', 'site')),
    drop constraint known_contact_pkey,
    add primary key (conversation_id, kind, value, source);

-- What is known of an Issue: facts and people, never text.
create table site_issue (
    organization_id text not null references organization,
    issue           text not null,
    type            text not null default '',
    project         text not null default '',
    status          text not null default '',
    raised_by       text not null default '',
    customer        text not null default '',
    contact         text not null default '',
    advisors        jsonb not null default '[]',
    portal          boolean not null default false,
    -- The site's own words, which compare as texts.
    modified        text not null default '',
    -- A keyed digest of the first description, which tells its copies and its changes.
    opening         text,
    -- Whose addresses these are, as the site was asked.
    people          jsonb not null default '[]',
    read_at         timestamptz,
    -- Set while a look-up is under way: one at a time.
    asked_at        timestamptz,
    primary key (organization_id, issue)
);

-- What is known of a site as a whole.
create table site_profile (
    organization_id text primary key references organization,
    time_zone       text,
    -- The user whose key the gateway has there.
    gateway_user    text,
    read_at         timestamptz not null
);

-- What an owner was told of and is still so, so that it is told once.
create table site_trouble (
    organization_id text not null references organization,
    what            text not null,
    since           timestamptz not null,
    primary key (organization_id, what)
);
