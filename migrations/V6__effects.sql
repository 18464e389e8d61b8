-- The queue of db-scheduler 16, which knows only when which effect's turn comes; what it is stands
-- in `effect`. Rows come and go quickly, so dead ones must be swept long before a fifth of the
-- table is dead (PostgreSQL's default).
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
create index scheduled_tasks_due on scheduled_tasks (task_name, execution_time) where not picked;
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- The reference of the n-th effect. Does exactly what io.gatehouse.base.Reference does, so that a
-- number given by the database needs no second round trip to get its reference.
create function effect_reference(n bigint) returns text immutable strict parallel safe
language plpgsql as $$
declare
    letters constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    digits    integer := 5;
    below     bigint := 0;
    scattered bigint;
    answer    text := 'GH-';
begin
    while n - below >= 1::bigint << 5 * digits loop
        below := below + (1::bigint << 5 * digits);
        digits := digits + 1;
    end loop;
    scattered := (n - below) * 22695477 & (1::bigint << 5 * digits) - 1;
    for i in 1 .. digits loop
        answer := answer || substr(letters, (scattered & 31)::integer + 1, 1);
        scattered := scattered >> 5;
    end loop;
    return answer;
end $$;

-- What is to be done outside, each exactly once.
--   waiting  certainly not done: added, held behind an earlier one, or to be tried again
--   running  an attempt has begun and no outcome is recorded: under way, lost in a crash, or ended
--            with an outcome nobody knows; from here it is only ever reconciled
--   done     the provider has it
--   refused  the provider said no, or nobody can carry it out
--   parked   given up: tries exhausted, or not to be found out whether it was done; an owner may
--            send it round again
--   expired  its time passed while it was still waiting
-- waiting and running are unsettled and hold up later effects of the same conversation and lane;
-- the others are settled and hold up nothing.
create table effect (
    id              uuid primary key,
    number          bigint generated always as identity,
    reference       text not null generated always as (effect_reference(number)) stored unique,
    organization_id text not null references organization,
    lane            text not null check (lane in ('twilio', 'erpnext')),
    kind            text not null,
    conversation_id uuid,
    event_id        uuid,
    payload         jsonb not null,
    state           text not null default 'waiting'
        check (state in ('waiting', 'running', 'done', 'refused', 'parked', 'expired')),
    attempts        integer not null default 0, -- begun since it was added or sent round again
    checks          integer not null default 0, -- times an unknown outcome was looked into
    version         bigint not null default 1,  -- rises with every step; who lost the lease is late
    outcome_code    text,
    outcome_reason  text,
    provider_id     text,
    added_at        timestamptz not null,
    started_at      timestamptz,
    settled_at      timestamptz,
    expires_at      timestamptz
);
create unique index effect_by_number on effect (number);
create index effect_by_state on effect (organization_id, state, number);
create index effect_by_event on effect (event_id, number) where event_id is not null;
create index effect_unsettled on effect (conversation_id, lane, number)
    where state in ('waiting', 'running');

-- What would have been sent, for a provider without credentials.
create table sandbox_effect (
    effect_id       uuid primary key,
    number          bigint not null,
    organization_id text not null references organization,
    lane            text not null,
    kind            text not null,
    conversation_id uuid,
    event_id        uuid,
    reference       text not null,
    request         jsonb not null,
    done_at         timestamptz not null
);
create index sandbox_effect_by_organization on sandbox_effect (organization_id, number);
create index sandbox_effect_by_event on sandbox_effect (event_id) where event_id is not null;
