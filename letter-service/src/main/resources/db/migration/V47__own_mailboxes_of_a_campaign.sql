-- Campaigns of before let supporters send letters themselves too, as new ones do.
update campaign set content = jsonb_set(content::jsonb, '{ownMailbox}', 'true')::text;
update campaign_version set content = jsonb_set(content::jsonb, '{ownMailbox}', 'true')::text;
