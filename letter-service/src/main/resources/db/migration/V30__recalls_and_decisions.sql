-- A letter that is with the mail-service is asked for; whether it comes back, that service says. reason is why a letter came
-- into its state, as the last entry of its history tells it.
alter table letter add column recall_asked_at timestamptz;
alter table letter add column recall_reason text;
alter table letter add column invalidated_at timestamptz;
alter table letter add column reason text;
update letter set reason = (
    select detail from letter_history where letter_history.letter = letter.id order by position desc limit 1);

-- One letter per person, campaign and member: while it bars others. One that was taken back or given up before it was sent does
-- not, unless it was found to be nobody's.
alter table letter add column bars boolean not null default false;
update letter set bars = true where confirmed_at is not null and state not in ('RECALLED', 'FAILED');
drop index letter_one_each;
create unique index letter_one_each on letter (campaign, member, person) where bars;

-- To whom the letter was turned at the time: counts are taken back from the member for whom they were made.
alter table letter_history add column member integer;

-- The letters that others are compared with: those that somebody stands by.
drop index letter_nearest;
create index letter_nearest on letter (campaign, member, id desc) where bars and fingerprint is not null;

-- Lists of letters, the newest first, by what they are asked for.
create index letter_member on letter (campaign, member, id);
create index letter_site on letter (campaign, site, id) where site is not null;
create index letter_channel on letter (campaign, channel, id) where channel is not null;
create index letter_held_reason on letter (campaign, reason, id) where state = 'HELD';
create index letter_unsent on letter (campaign, id) where state in ('HELD', 'CONFIRMED', 'QUEUED', 'DEFERRED');
-- Letters from one domain are looked for by hand and seldom: that search goes through the campaign's own index, and every letter
-- is spared one more.

-- What an organisation decides about many letters at once. A job carries it out in the order of the letters' ids and notes how
-- far it is (reached). The hash of a network goes when it is done.
create table decision (
    id             uuid        primary key,
    campaign       uuid        not null references campaign,
    kind           text        not null,
    network        text,
    email_domain   text,
    constituency   text,
    letters        uuid[],
    written_after  timestamptz,
    written_before timestamptz not null,
    asked_at       timestamptz not null,
    reached        uuid,
    finished_at    timestamptz,
    found          bigint      not null,
    uncounted      bigint      not null,
    recalled       bigint      not null,
    recall_asked   bigint      not null,
    lapsed         bigint      not null,
    sent           bigint      not null
);
create index decision_campaign on decision (campaign, kind, id);
create index decision_unfinished on decision (id) where finished_at is null;
