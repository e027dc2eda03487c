-- What letters do, one row for each step that a count looks at, written in the step's transaction and only ever added: no
-- counter is a row that all letters wait for. A fold moves rows into the sums. weight is 1 for what happens and -1 for what
-- is taken back of it.
create table letter_step_journal (
    position     bigint generated always as identity primary key,
    campaign     uuid        not null,
    constituency text        not null,
    member       integer     not null,
    site         text,
    channel      text,
    own_words    smallint    not null,
    from_state   text,
    to_state     text        not null,
    at           timestamptz not null,
    written_at   timestamptz not null,
    confirmed_at timestamptz,
    weight       smallint    not null
);
create index letter_step_journal_campaign on letter_step_journal (campaign);

-- The sums: for each campaign one row for the whole ('all') and one for each constituency, member, site, channel, hour (in
-- UTC), tenth of own words, and time to confirm (the minutes within which it came).
drop table letter_count_journal;
drop table letter_count;
create table letter_count (
    campaign  uuid   not null,
    dimension text   not null,
    key       text   not null,
    written   bigint not null,
    confirmed bigint not null,
    sent      bigint not null,
    held      bigint not null,
    settled   bigint not null,
    bounced   bigint not null,
    failed    bigint not null,
    recalled  bigint not null,
    lapsed    bigint not null,
    edited    bigint not null,
    own_words bigint not null,
    primary key (campaign, dimension, key)
);

-- What a row of the journal adds to which sums: the one place that says so, for the fold and for whoever reads what is not
-- folded yet. written, confirmed and sent count how often it came to that; the others how many letters stand there now.
-- A channel is anybody's word: it gets a sum only with a mailbox behind it that confirmed.
create view letter_step_count as
select step.position, step.campaign, part.dimension, part.key,
       step.weight * (step.from_state is null)::int as written,
       step.weight * step.confirms as confirmed,
       step.weight * ((step.to_state in ('SENT', 'SETTLED', 'BOUNCED'))::int
           - (coalesce(step.from_state, '') in ('SENT', 'SETTLED', 'BOUNCED'))::int) as sent,
       step.weight * ((step.to_state = 'HELD')::int - (coalesce(step.from_state, '') = 'HELD')::int) as held,
       step.weight * ((step.to_state = 'SETTLED')::int - (coalesce(step.from_state, '') = 'SETTLED')::int) as settled,
       step.weight * ((step.to_state = 'BOUNCED')::int - (coalesce(step.from_state, '') = 'BOUNCED')::int) as bounced,
       step.weight * ((step.to_state = 'FAILED')::int - (coalesce(step.from_state, '') = 'FAILED')::int) as failed,
       step.weight * ((step.to_state = 'RECALLED')::int - (coalesce(step.from_state, '') = 'RECALLED')::int) as recalled,
       step.weight * ((step.to_state = 'LAPSED')::int - (coalesce(step.from_state, '') = 'LAPSED')::int) as lapsed,
       step.weight * step.confirms * (step.own_words > 0)::int as edited,
       step.weight * step.confirms * step.own_words as own_words
from (select *, (from_state = 'AWAITING_CONFIRMATION' and to_state = 'CONFIRMED')::int as confirms,
             extract(epoch from confirmed_at - written_at) / 60 as minutes
      from (select position, campaign, constituency, member, site, channel, own_words, from_state, to_state, at, written_at,
                   confirmed_at, weight from letter_step_journal) as journal) as step
cross join lateral (values
    ('all', ''),
    ('constituency', step.constituency),
    ('member', step.member::text),
    ('hour', to_char(step.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24')),
    ('site', coalesce(step.site, '')),
    ('channel', case when step.confirmed_at is not null then coalesce(step.channel, '') end),
    ('own-words', case when step.confirms = 1 then ((step.own_words + 9) / 10 * 10)::text end),
    ('minutes', case when step.confirms = 1 then case
        when step.minutes <= 1 then '1' when step.minutes <= 2 then '2' when step.minutes <= 5 then '5'
        when step.minutes <= 10 then '10' when step.minutes <= 30 then '30' when step.minutes <= 60 then '60'
        when step.minutes <= 360 then '360' when step.minutes <= 1440 then '1440' when step.minutes <= 4320 then '4320'
        else '10080' end end)
) as part (dimension, key)
where part.key is not null;

-- The letters that are there already are counted from their histories.
insert into letter_step_journal (campaign, constituency, member, site, channel, own_words, from_state, to_state, at,
                                 written_at, confirmed_at, weight)
select letter.campaign, letter.constituency, letter.member, letter.site, letter.channel, letter.own_words,
       lag(step.state) over (partition by step.letter order by step.position), step.state, step.at,
       letter.written_at, case when step.at >= letter.confirmed_at then letter.confirmed_at end, 1
from letter_history step join letter on letter.id = step.letter;
