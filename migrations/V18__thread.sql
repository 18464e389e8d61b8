-- Documents of a site's threads that are taken out of them after the fact, because the other side could read
-- them before us. What they say stands in message_text alone.
create table thread_retraction (
    event_id        uuid not null references message_event deferrable initially deferred,
    doctype         text not null,
    document        text not null,
    organization_id text not null references organization,
    issue           text not null,
    -- What the thread is told instead.
    kind            text not null check (kind in ('withheld', 'redacted', 'held')),
    -- Stands beside the message's own document and says the same: an Issue raised on the portal has its
    -- description, and a Communication of the same words.
    twin            boolean not null default false,
    -- ordered: still to be hidden; hidden: done; shown: the site forbids it; called_off: the owner was quicker;
    -- restored: force-sent.
    state           text not null default 'ordered'
        check (state in ('ordered', 'hidden', 'shown', 'called_off', 'restored')),
    -- How it was, or is just being, hidden; chosen before the first try, so that every further one does the same.
    manner          text check (manner in ('relink', 'delete', 'describe')),
    -- The Issue it was moved to, or the mark in the description that stands in its place.
    place           text,
    -- A digest of the words we last wrote into a description, by which they are known when they come back.
    words           text,
    primary key (event_id, doctype, document)
);
create index thread_retraction_by_issue on thread_retraction (organization_id, issue);

-- When a thread was last told something that need not be repeated at once.
create table thread_notice (
    organization_id text not null references organization,
    issue           text not null,
    kind            text not null,
    at              timestamptz not null,
    primary key (organization_id, issue, kind)
);
