-- Campaigns of before ask for a proof of work as the platform does by itself.
update campaign set content = jsonb_set(content::jsonb, '{proofOfWork}', '"when-busy"')::text;
update campaign_version set content = jsonb_set(content::jsonb, '{proofOfWork}', '"when-busy"')::text;
