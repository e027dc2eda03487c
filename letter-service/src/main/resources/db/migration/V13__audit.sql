-- Who did what with personal data: ids, times and numbers, never a name, an address or a text.
create table audit_entry (
    id           uuid        primary key,
    organisation uuid        not null references organisation,
    mode         text        not null,
    done_by      text        not null,
    api_key      uuid,
    action       text        not null,
    subject      uuid,
    people       bigint      not null,
    at           timestamptz not null
);
create index audit_entry_tenant on audit_entry (organisation, mode, id);
create index audit_entry_action on audit_entry (organisation, mode, action, id);
create index audit_entry_at on audit_entry (at);
