-- When the latest attempt failed: failures with long silence between them are not one failure that lasts.
alter table webhook add column failed_at timestamptz;
