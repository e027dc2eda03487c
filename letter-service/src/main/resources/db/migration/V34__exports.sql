-- The public key to which an organisation's exports are encrypted, one for its live campaigns and one for its tests.
create table export_key (
    organisation   uuid        not null references organisation,
    mode           text        not null,
    public_key     text        not null,
    encrypted_only boolean     not null,
    registered_at  timestamptz not null,
    primary key (organisation, mode)
);

-- Exports go through a campaign's letters in the order of their last steps. The state is there to be looked at without the row.
create index letter_campaign_changed on letter (campaign, state_since, id, state);

-- A consent stands where it was given and has not been taken back.
alter table consent add column withdrawn_at timestamptz;
create index consent_campaign_standing on consent (campaign, confirmed_at, letter) where given and withdrawn_at is null;
