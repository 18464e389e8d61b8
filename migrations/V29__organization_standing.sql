-- How a tenant stands (S2.1) and until when. The end belongs to the suspension that stands, so that nothing that
-- happened before or after it can be taken for it (B28, B29).
alter table organization
    add column standing_since    timestamptz not null default now(),
    add column standing_version  integer not null default 0,      -- counts changes, for whoever read an older one
    add column suspended_until   timestamptz,                     -- null: until somebody lifts it
    add column flagged_meanwhile boolean not null default false,  -- flagged while suspended; stays so afterwards (B30)
    add constraint organization_standing_ends
        check (standing = 'suspended' or suspended_until is null and not flagged_meanwhile);
update organization set standing_since = created_at;
create index organization_by_standing on organization (standing, created_at);
create index organization_suspended_until on organization (suspended_until) where suspended_until is not null;

-- Every change of a tenant's standing, with both words for it (B31). Evidence: kept whatever becomes of the tenant
-- (B36), and only ever added to. Whoever moderated is kept by name: keys come and go.
create table organization_moderation (
    id                bigint generated always as identity primary key, -- the order of the changes of one tenant
    organization_id   text not null references organization,
    action            text not null check (action in ('flagged', 'suspended', 'extended', 'shortened', 'restored')),
    previous_standing text not null check (previous_standing in ('active', 'flagged', 'suspended')),
    new_standing      text not null check (new_standing in ('active', 'flagged', 'suspended')),
    reason            text not null,
    moderator         text not null, -- the name of a key, or gatehouse
    moderator_key     uuid,          -- null where nobody acted
    created_at        timestamptz not null,
    expires_at        timestamptz,   -- when the suspension ends; null: until somebody lifts it
    metadata          jsonb not null default '{}'
);
create index organization_moderation_by_organization on organization_moderation (organization_id, id);
create index organization_moderation_by_action on organization_moderation (action, created_at);
create trigger organization_moderation_is_append_only before update or delete on organization_moderation
    for each row execute function refuse_change();
