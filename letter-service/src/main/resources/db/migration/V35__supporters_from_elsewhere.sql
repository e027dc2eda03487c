-- People whom an organisation brought along from another system, with what proves that they agreed to hear from it. mailbox
-- and person are hashes that hold the organisation's id, as a letter's hold its campaign's: whose a row is, is one look-up.
create table supporter (
    id              uuid        primary key,
    organisation    uuid        not null references organisation,
    mode            text        not null,
    mailbox         text        not null,
    person          text        not null,
    given_name      text        not null,
    family_name     text        not null,
    email           text,
    consent_wording text        not null,
    consent_source  text        not null,
    consented_at    timestamptz not null,
    withdrawn_at    timestamptz,
    created_at      timestamptz not null,
    modified_at     timestamptz not null
);
create unique index supporter_person on supporter (organisation, mode, mailbox, person);
create index supporter_standing on supporter (organisation, mode, modified_at, id) where withdrawn_at is null;
create index supporter_email on supporter (organisation, lower(email)) where withdrawn_at is null;

-- What other systems call them.
create table supporter_identifier (
    organisation uuid not null,
    mode         text not null,
    identifier   text not null,
    supporter    uuid not null references supporter on delete cascade,
    primary key (organisation, mode, identifier)
);
create index supporter_identifier_supporter on supporter_identifier (supporter);

-- Everybody who agreed to hear from an organisation and has not taken it back, in two views of one form: beside a letter, and
-- elsewhere. Not one view of both: through a union the planner finds no index for an order, and would sort all for each page.
create view consenting_writer as
select k.letter as id, k.organisation, c.mode, k.campaign, k.name, cast(null as text) as given_name,
       cast(null as text) as family_name, k.email, k.mode as consent_mode, k.wording, cast(null as text) as source,
       k.chosen_at as consented_at, k.confirmed_at as created_at, k.confirmed_at as modified_at
from consent k join campaign c on c.id = k.campaign
where k.given and k.withdrawn_at is null and k.email is not null;
create view consenting_supporter as
select s.id, s.organisation, s.mode, cast(null as uuid) as campaign, cast(null as text) as name, s.given_name, s.family_name,
       s.email, cast(null as text) as consent_mode, s.consent_wording as wording, s.consent_source as source, s.consented_at,
       s.created_at, s.modified_at
from supporter s
where s.withdrawn_at is null;
create index consent_standing on consent (organisation, confirmed_at, letter) where given and withdrawn_at is null;
create index consent_email on consent (organisation, lower(email)) where given and withdrawn_at is null;
create index consent_withdrawn on consent (campaign) where withdrawn_at is not null;
