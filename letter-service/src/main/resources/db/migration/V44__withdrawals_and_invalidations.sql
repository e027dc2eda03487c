-- Whether somebody has withdrawn is asked of the consent's own hash, which is kept longer than the letter's.
drop index consent_withdrawn;
-- A letter that is found to be nobody's has changed, though it may take no step.
drop index letter_campaign_changed;
create index letter_campaign_changed on letter (campaign, greatest(state_since, invalidated_at), id, state);
-- Who was brought along and withdrew goes by a clock.
create index supporter_withdrawn on supporter (withdrawn_at) where withdrawn_at is not null;
