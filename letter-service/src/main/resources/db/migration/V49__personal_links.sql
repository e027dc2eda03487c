-- The link that somebody shares after they wrote. The letter is null where none was kept: whoever has written before is given a
-- link like everybody else. Codes are random, and no key to anything.
create table personal_link (
    code     text        primary key,
    campaign uuid        not null references campaign,
    letter   uuid,
    made_at  timestamptz not null
);
create unique index personal_link_letter on personal_link (letter) where letter is not null;
create index personal_link_made_at on personal_link (made_at);

-- The code over which a letter came. It goes with the link, and with whose the letter was.
alter table letter add column invited_by text;
create index letter_invited on letter (campaign, invited_by) where invited_by is not null;
