-- Who did what, when and why. Append-only: the trigger refuses every change.
create table audit_entry (
    id              bigint generated always as identity primary key,
    organization_id text not null references organization,
    at              timestamptz not null,
    actor           text not null,
    action          text not null,
    subject         text not null,
    reason          text,
    details         jsonb not null default '{}'
);
create index audit_entry_by_organization on audit_entry (organization_id, id);
create index audit_entry_by_subject on audit_entry (organization_id, subject);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_is_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
