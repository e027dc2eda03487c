-- A campaign that was made with a test key: its letters reach their own writers and never a member.
alter table campaign add column mode text not null default 'LIVE';
alter table campaign alter column mode drop default;
drop index campaign_organisation;
create index campaign_organisation on campaign (organisation, mode, id);

alter table letter add column mode text not null default 'LIVE';
alter table letter alter column mode drop default;

-- Where letters come from: the site, the channel by which its writer came, and the share of words of their own.
alter table letter add column site text;
alter table letter add column channel text;
alter table letter add column own_words smallint not null default 0;
