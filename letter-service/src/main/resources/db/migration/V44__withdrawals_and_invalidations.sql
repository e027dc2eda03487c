-- Whether somebody has withdrawn is asked of the consent's own hash, which is kept longer than the letter's.
drop index consent_withdrawn;
-- Who was brought along and withdrew goes by a clock.
create index supporter_withdrawn on supporter (withdrawn_at) where withdrawn_at is not null;
