-- Keys bound to one person, and perhaps to one thread, for a while: what a chat application gives
-- to a browser that asks for itself (B46).
alter table access_key
    add column bound_user   text,
    add column bound_thread text,
    add column bound_role   text check (bound_role in ('client', 'provider', 'staff')),
    add column expires_at   timestamptz,
    drop constraint access_key_roles_check,
    add constraint access_key_roles_check
        check (roles <@ array['operator', 'owner', 'moderator', 'auditor', 'sender', 'participant']),
    add constraint access_key_bound
        check (case when 'participant' = any (roles)
               then cardinality(roles) = 1 and bound_user is not null and expires_at is not null
               else bound_user is null and bound_thread is null and bound_role is null end);

create index access_key_expiring on access_key (expires_at) where expires_at is not null;
create index access_key_lasting on access_key (organization_id, created_at) where bound_user is null;
