-- The list of a campaign's letters by constituency, the newest first.
create index letter_campaign_constituency on letter (campaign, constituency, id);
