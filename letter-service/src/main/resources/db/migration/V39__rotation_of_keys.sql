-- The key that takes over from this one, which is good for some time yet.
alter table api_key add column successor uuid references api_key;
