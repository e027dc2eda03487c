-- Domains of organisations' own that mails may be sent from. "findings" is what the last check said of each record, as JSON; a domain
-- sends while it is verified, and for a grace (identity.grace) while it fails.
create table sending_domain (
    id            uuid primary key,
    organisation  uuid        not null,
    domain        text        not null unique check (domain = lower(domain)),
    state         text        not null check (state in ('pending', 'verified', 'failing')),
    findings      text        not null,
    created_at    timestamptz not null,
    checked_at    timestamptz,
    failing_since timestamptz,
    next_check_at timestamptz not null,
    check ((state = 'failing') = (failing_since is not null))
);

create index sending_domain_organisation on sending_domain (organisation, id);
create index sending_domain_to_check on sending_domain (next_check_at) where state <> 'pending';

-- Two keys of each algorithm for each domain: the one that signs and the one that will. Of a retired one the private half
-- is gone; its record stays in DNS until the last signature made with it has run out. Private halves are sealed with a key
-- from the environment.
create table domain_key (
    id          uuid primary key,
    domain_id   uuid        not null references sending_domain (id) on delete cascade,
    selector    text        not null,
    algorithm   text        not null check (algorithm in ('rsa', 'ed25519')),
    use         text        not null check (use in ('active', 'next', 'retired')),
    public_key  text        not null,
    sealed      bytea,
    created_at  timestamptz not null,
    retired_at  timestamptz,
    unique (domain_id, selector),
    check ((use = 'retired') = (sealed is null))
);

create unique index domain_key_in_use on domain_key (domain_id, algorithm, use) where use <> 'retired';
