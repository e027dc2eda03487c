create table organisation (
    id              uuid        primary key,
    version         integer     not null,
    name            text        not null,
    legal_type      text        not null,
    reply_contact   text        not null,
    imprint         text        not null,
    privacy_url     text        not null,
    allowed_origins text[]      not null,
    languages       text[]      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
-- A confirmation names no campaign: whether any organisation allows its page's origin is asked at each of them.
create index organisation_allowed_origins on organisation using gin (allowed_origins);

-- Only the hash of a secret is kept: who reads this table can use none of the keys.
create table api_key (
    id           uuid        primary key,
    organisation uuid        not null references organisation,
    label        text        not null,
    mode         text        not null,
    scopes       text[]      not null,
    secret_hash  bytea       not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_key_organisation on api_key (organisation, created_at);

create table campaign (
    id               uuid        primary key,
    version          integer     not null,
    organisation     uuid        not null references organisation,
    state            text        not null,
    slug             text        not null,
    title            text        not null,
    language         text        not null,
    introduction     text        not null,
    goal             integer     not null,
    consent_wording  text,
    share_text       text,
    when_seat_vacant text        not null,
    template_subject text        not null,
    template_body    text        not null,
    template_version integer     not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    published_at     timestamptz,
    constraint campaign_slug unique (slug)
);
create index campaign_organisation on campaign (organisation, id);

-- Every template a campaign has had: which words went out when can be shown afterwards.
create table campaign_template (
    campaign   uuid        not null references campaign,
    version    integer     not null,
    subject    text        not null,
    body       text        not null,
    created_at timestamptz not null,
    primary key (campaign, version)
);

-- Replies to requests that carried an Idempotency-Key. The key itself is not kept: the scope is a hash of it, of the
-- caller and of the path, and the reply is sealed with what only the caller can present again.
create table idempotent_reply (
    scope       text        primary key,
    fingerprint bytea       not null,
    sealed      bytea       not null,
    expires_at  timestamptz not null
);
create index idempotent_reply_expires_at on idempotent_reply (expires_at);
