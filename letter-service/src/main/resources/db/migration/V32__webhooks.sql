-- Where organisations' own systems hear what happens. An empty array of events or campaigns stands for all of them. The
-- secrets are sealed; whoever reads this table cannot sign with them.
create table webhook (
    id                    uuid        primary key,
    version               integer     not null,
    organisation          uuid        not null references organisation,
    mode                  text        not null,
    url                   text        not null,
    description           text        not null,
    events                text[]      not null,
    campaigns             uuid[]      not null,
    state                 text        not null,
    disabled_because      text,
    secret                bytea       not null,
    previous_secret       bytea,
    previous_secret_until timestamptz,
    failing_since         timestamptz,
    quiet_until           timestamptz,
    created_at            timestamptz not null,
    updated_at            timestamptz not null
);
-- Asked at every step of every letter: whether anybody wants to hear of it.
create index webhook_tenant on webhook (organisation, mode, id);
create index webhook_state on webhook (state);
