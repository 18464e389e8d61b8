-- What owners were told of that somebody has to set right on their site.
create table site_alarm (
    organization_id text not null references organization,
    cause           text not null, -- in our own words
    code            text not null,
    work            text not null, -- what could not be done
    told_at         timestamptz not null,
    primary key (organization_id, cause)
);

-- When a site's webhooks were heard last; to the minute, so that a storm of them costs nothing.
create table site_heartbeat (
    organization_id text primary key references organization,
    heard_at        timestamptz not null
);

-- How far the lists of a site are compared with what its webhooks told.
create table site_watermark (
    organization_id text not null references organization,
    doctype         text not null,
    -- The greatest creation (of Issues: modified) among the documents seen, in the site's own words:
    -- local time without offset. Only compared with others of its kind.
    upto            text not null,
    checked_at      timestamptz not null, -- when the last page was compared
    whole_at        timestamptz,          -- when the newest document was reached last
    deep_at         timestamptz,          -- when more than the overlap was compared last
    -- Messages that no webhook told of.
    found_total     bigint not null default 0,
    found_at        timestamptz,
    primary key (organization_id, doctype)
);

-- What was taken in from a list or found to be none of ours, so that it is not fetched again as long
-- as the lists are compared where it stands.
create table site_seen (
    organization_id text not null references organization,
    doctype         text not null,
    name            text not null, -- of an Issue with the time of its change
    seen_at         timestamptz not null,
    failures        integer not null default 0, -- so often taking it in failed, and not at all since
    primary key (organization_id, doctype, name)
);
create index site_seen_by_age on site_seen (seen_at);

-- How comparing goes, for the owner.
create table site_sync (
    organization_id text primary key references organization,
    begun_at        timestamptz,
    done_at         timestamptz, -- when all lists were compared to their ends
    found_day       date,        -- in UTC
    found_today     bigint not null default 0,
    found_untold    bigint not null default 0,
    told_at         timestamptz, -- when the owner was told how many were found
    missed          bigint not null default 0, -- found since webhooks were heard last
    silent_at       timestamptz, -- when the owner was told that webhooks are silent
    error_code      text,
    error_reason    text,        -- in our own words
    error_next      text,
    error_at        timestamptz
);
