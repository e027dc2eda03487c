-- Whether somebody has withdrawn is asked of the consent's own hash, which is kept longer than the letter's.
drop index consent_withdrawn;
-- A letter that is found to be nobody's has changed, though it may take no step.
drop index letter_campaign_changed;
create index letter_campaign_changed on letter (campaign, greatest(state_since, invalidated_at), id, state);
-- Who was brought along and withdrew goes by a clock.
create index supporter_withdrawn on supporter (withdrawn_at) where withdrawn_at is not null;

-- Those who took it back, in two views of the same form as of those who agreed: for systems that would go on writing to them.
create view withdrawn_writer as
select k.letter as id, k.organisation, c.mode, cast(null as uuid) as campaign, cast(null as text) as name,
       cast(null as text) as given_name, cast(null as text) as family_name, cast(null as text) as email,
       cast(null as text) as consent_mode, cast(null as text) as wording, cast(null as text) as source,
       cast(null as timestamptz) as consented_at, k.confirmed_at as created_at, k.withdrawn_at as modified_at
from consent k join campaign c on c.id = k.campaign
where k.given and k.withdrawn_at is not null;
create view withdrawn_supporter as
select s.id, s.organisation, s.mode, cast(null as uuid) as campaign, cast(null as text) as name,
       cast(null as text) as given_name, cast(null as text) as family_name, cast(null as text) as email,
       cast(null as text) as consent_mode, cast(null as text) as wording, cast(null as text) as source,
       cast(null as timestamptz) as consented_at, s.created_at, s.withdrawn_at as modified_at
from supporter s
where s.withdrawn_at is not null;
create index consent_gone on consent (organisation, withdrawn_at, letter) where given and withdrawn_at is not null;
create index supporter_gone on supporter (organisation, mode, withdrawn_at, id) where withdrawn_at is not null;
