-- What a letter is recognised by beside others of its kind; it goes with the text. See the package similarity.
alter table letter add column fingerprint bytea;
create index letter_nearest on letter (campaign, member, id desc) where fingerprint is not null;

-- Held, once it is confirmed, until a person of the organisation decides; no job releases it.
alter table letter add column needs_person boolean not null default false;
