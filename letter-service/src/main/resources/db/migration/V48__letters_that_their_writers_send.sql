-- Who brings a letter to its member: the platform, or its writer from a mailbox of their own.
alter table letter add column way text not null default 'PLATFORM';

-- Letters that were handed to their writers to send. Without a reference to the letter: an id that was handed out for a letter
-- that was not kept has its row here too.
create table handover (
    letter     uuid        primary key,
    token_hash text        not null,
    expires_at timestamptz not null,
    sent_at    timestamptz
);
create index handover_expires_at on handover (expires_at);

-- One that its writer has sent has come to its end.
drop index letter_erasable;
create index letter_erasable on letter (state_since)
    where erased_at is null and state in ('SETTLED', 'LAPSED', 'SENT_BY_WRITER', 'RECALLED', 'BOUNCED', 'FAILED');
drop index letter_identity;
create index letter_identity on letter (state_since)
    where mailbox <> '' and state in ('SETTLED', 'LAPSED', 'SENT_BY_WRITER', 'RECALLED', 'BOUNCED', 'FAILED');

-- copied is what a step adds to the letters of which a copy came: 1, -1 or mostly nothing.
alter table letter_step_journal add column copied smallint not null default 0;
alter table letter_count add column awaiting_sender bigint not null default 0;
alter table letter_count add column own_mailbox bigint not null default 0;
alter table letter_count add column copied bigint not null default 0;

-- As before, with the letters that their writers send: they count among the confirmed once they are sent. awaiting_sender,
-- own_mailbox and copied count how many letters stand there now. A channel gets no sum by them: it is anybody's word, and no
-- mailbox stands behind it.
drop view letter_step_count;
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
       step.weight * step.confirms * step.own_words as own_words,
       step.weight * ((step.to_state = 'AWAITING_SENDER')::int
           - (coalesce(step.from_state, '') = 'AWAITING_SENDER')::int) as awaiting_sender,
       step.weight * ((step.to_state = 'SENT_BY_WRITER')::int
           - (coalesce(step.from_state, '') = 'SENT_BY_WRITER')::int) as own_mailbox,
       step.weight * step.copied as copied
from (select *, by_mail + (from_state = 'AWAITING_SENDER' and to_state = 'SENT_BY_WRITER')::int as confirms
      from (select position, campaign, constituency, member, site, channel, own_words, from_state, to_state, at, written_at,
                   confirmed_at, weight, copied,
                   (from_state = 'AWAITING_CONFIRMATION' and to_state = 'CONFIRMED')::int as by_mail,
                   'SENT_BY_WRITER' in (coalesce(from_state, ''), to_state) as by_writer,
                   extract(epoch from confirmed_at - written_at) / 60 as minutes
            from letter_step_journal) as journal) as step
cross join lateral (values
    ('all', ''),
    ('constituency', step.constituency),
    ('member', step.member::text),
    ('hour', to_char(step.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24')),
    ('site', coalesce(step.site, '')),
    ('channel', case when step.confirmed_at is not null and not step.by_writer then coalesce(step.channel, '') end),
    ('own-words', case when step.confirms = 1 then ((step.own_words + 9) / 10 * 10)::text end),
    ('minutes', case when step.by_mail = 1 then case
        when step.minutes <= 1 then '1' when step.minutes <= 2 then '2' when step.minutes <= 5 then '5'
        when step.minutes <= 10 then '10' when step.minutes <= 30 then '30' when step.minutes <= 60 then '60'
        when step.minutes <= 360 then '360' when step.minutes <= 1440 then '1440' when step.minutes <= 4320 then '4320'
        else '10080' end end)
) as part (dimension, key)
where part.key is not null;
