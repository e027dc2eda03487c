-- Somebody has asked to be forgotten: names, addresses and text of the mail go as soon as nothing is done with it any more.
alter table mail add column erasure_asked boolean not null default false;
create index mail_erasure_asked on mail (id) where erasure_asked and erased_at is null;

-- The same for a mail whose request is still to come.
alter table recall add column erasure_asked boolean not null default false;
