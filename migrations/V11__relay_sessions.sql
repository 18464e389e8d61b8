-- A conversation by SMS is open or closed; who takes part by which number says relay_route, a number for
-- each side, so that no more numbers are needed than one person has conversations at a time.
alter table conversation drop column relay_number;
alter table conversation add column closed_at timestamptz;

-- A route outlives its conversation: what comes late goes to the owner and never to the next person. The
-- key stays what it was, so that a number and a phone name one conversation at most, open or cooling.
alter table relay_route
    add column participant_id uuid references participant,
    add column other_id uuid references participant,
    -- Null while it is in use. From this moment on another conversation may have the place.
    add column cooling_until timestamptz;
update relay_route r
set participant_id = case r.role when 'client' then c.client_id else c.provider_id end,
    other_id = case r.role when 'client' then c.provider_id else c.client_id end
from conversation c where c.id = r.conversation_id;
alter table relay_route alter column participant_id set not null;
create index relay_route_by_participant on relay_route (participant_id);
create index relay_route_by_phone on relay_route (organization_id, phone);

-- By which opt-outs are listed.
alter table opt_out add column id bigint generated always as identity;
create unique index opt_out_by_organization on opt_out (organization_id, id);

-- When somebody was last told something without having asked: a sender, or the owner about a sender. What
-- it is about is a conversation, or the number written to where there is none.
drop table auto_reply;
create table auto_reply (
    organization_id text not null references organization,
    about           text not null,
    phone           text not null,
    kind            text not null check (kind in ('reply', 'unknown_sender', 'closed', 'loop')),
    last_at         timestamptz not null,
    primary key (organization_id, about, phone, kind)
);
