-- That a campaign's newest letters have too much in common. What its subject is depends on the kind: the keyed hash of a network,
-- a domain, a constituency; nobody's name or address.
create table alarm (
    id            uuid             primary key,
    campaign      uuid             not null references campaign,
    kind          text             not null,
    subject       text             not null,
    letters       bigint           not null,
    of_letters    bigint           not null,
    usual_share   double precision not null,
    alike         uuid[],
    written_after timestamptz      not null,
    raised_at     timestamptz      not null
);
create index alarm_campaign on alarm (campaign, id);
create index alarm_subject on alarm (campaign, kind, subject, raised_at);
create index alarm_raised_at on alarm (raised_at);
