-- What a mail says and between whom goes into a table of its own: the row that changes at every step stays small, and a
-- mail is erased by deleting its content.
create table content (
    mail             uuid primary key,
    campaign_slug    text        not null,
    campaign_title   text        not null,
    from_name        text        not null,
    sending_domain   text,
    reply_to_name    text,
    reply_to_address text,
    to_name          text,
    to_address       text        not null,
    subject          text        not null,
    text             text        not null,
    automatic        boolean     not null,
    composed_at      timestamptz not null
);
insert into content
select id, campaign_slug, campaign_title, from_name, null, reply_to_name, reply_to_address, to_name, to_address, subject,
       text, automatic, composed_at
  from mail where erased_at is null;

-- What waits in one line: of one campaign, to one mailbox (letters) or one domain (everything
-- else, with a mailbox of zeroes). "ready_at" is never
-- later than the moment at which something of it may go, and infinity where nothing waits; whoever puts a mail in line
-- holds the lane's row until its transaction is over.
create table lane (
    id           bigint generated always as identity primary key,
    organisation uuid        not null,
    campaign     uuid        not null,
    urgent       boolean     not null,
    destination  text        not null,
    mailbox      uuid        not null,
    ready_at     timestamptz not null default 'infinity',
    -- The last day on which something was put in it.
    used_on      date        not null default current_date,
    unique (campaign, urgent, destination, mailbox)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
create index lane_unused on lane (used_on) where ready_at = 'infinity';
create index lane_ready on lane (campaign, urgent, ready_at) where ready_at < 'infinity';
-- No index for an operator's rare wake-up of a destination or a mailbox: a lane's row is written for every mail, and its
-- indexes with it.

-- Whose turn it is: the campaigns of an organisation share its mails, the organisations share the whole. The clocks count
-- mails; whoever's is behind is next. "ready_at" as in lane.
create table campaign_turn (
    campaign     uuid             not null,
    urgent       boolean          not null,
    organisation uuid             not null,
    ready_at     timestamptz      not null default 'infinity',
    clock        double precision not null default 0,
    primary key (campaign, urgent)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
create index campaign_turn_ready on campaign_turn (urgent, ready_at) where ready_at < 'infinity';
-- "reached" is the clock of whoever of its campaigns is furthest behind: one that comes anew begins there.
create table organisation_turn (
    organisation uuid             not null,
    urgent       boolean          not null,
    clock        double precision not null default 0,
    reached      double precision not null default 0,
    primary key (organisation, urgent)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
-- The same for the organisations.
create table turn_reached (
    urgent  boolean primary key,
    reached double precision not null
) with (fillfactor = 50);
insert into turn_reached values (false, 0), (true, 0);

-- How fast mails may go to a mailbox, a destination, or through a relay. "due_at" is the theoretical arrival time of GCRA;
-- "hourly" is the operator's own ceiling, where there is one; "braked_to" mails an hour is what the brake allows.
create table pace (
    scope      text        not null check (scope in ('mailbox', 'destination', 'relay')),
    key        text        not null,
    due_at     timestamptz not null default '-infinity',
    hourly     integer     check (hourly > 0),
    braked_to  double precision check (braked_to > 0),
    changed_at timestamptz not null default now(),
    primary key (scope, key)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index pace_ceilings on pace ((scope || ':' || key)) where hourly is not null or braked_to is not null;
create index pace_old on pace (due_at) where hourly is null and braked_to is null;

-- What the operator has stopped: key is an id, a domain, or empty where everything is.
create table pause (
    scope text        not null check (scope in ('everything', 'organisation', 'campaign', 'destination')),
    key   text        not null,
    since timestamptz not null default now(),
    primary key (scope, key)
);
insert into pause (scope, key, since) select 'everything', '', changed_at from queue_switch where paused;
drop table queue_switch;

alter table mail
    add column organisation uuid,
    add column lane         bigint,
    -- EmailAddress.mailbox() of the recipient; it goes with the rest of what names anybody.
    add column mailbox      uuid,
    add column claimed_at   timestamptz,
    -- When its sender was about to hand it over: whoever takes the mail over from a dead one knows that it may have been sent.
    add column handed_at    timestamptz;
alter table mail rename column campaign_id to campaign;
update mail set organisation = campaign,
                mailbox = encode(substring(sha256(convert_to(lower(to_address), 'UTF8')) for 16), 'hex')::uuid;
alter table mail alter column organisation set not null;

insert into lane (organisation, campaign, urgent, destination, mailbox, ready_at)
select organisation, campaign, kind = 'confirmation', lower(split_part(to_address, '@', -1)),
       case when kind = 'letter' then mailbox else '00000000-0000-0000-0000-000000000000' end, min(next_at)
  from mail where state in ('queued', 'deferred', 'sending')
 group by 1, 2, 3, 4, 5;
insert into campaign_turn (campaign, urgent, organisation, ready_at)
select campaign, urgent, organisation, min(ready_at) from lane group by 1, 2, 3;
insert into organisation_turn (organisation, urgent) select distinct organisation, urgent from campaign_turn;
update mail set lane = lane.id from lane
 where mail.state in ('queued', 'deferred', 'sending') and lane.campaign = mail.campaign
   and lane.urgent = (mail.kind = 'confirmation') and lane.destination = lower(split_part(mail.to_address, '@', -1))
   and lane.mailbox = case when mail.kind = 'letter' then mail.mailbox else '00000000-0000-0000-0000-000000000000' end;

drop index mail_due, mail_expiring, mail_waiting, mail_state, mail_to_erase;
alter table mail
    drop column campaign_slug, drop column campaign_title, drop column from_name, drop column reply_to_name,
    drop column reply_to_address, drop column to_name, drop column to_address, drop column subject, drop column text,
    drop column automatic, drop column composed_at,
    drop constraint mail_kind_check, drop constraint mail_state_check,
    add check (kind in ('letter', 'confirmation', 'reminder', 'copy', 'notice', 'update')),
    add check (state in ('queued', 'deferred', 'uncertain', 'sending', 'held', 'sent', 'settled', 'bounced', 'failed',
                         'suppressed', 'cancelled', 'recalled')),
    add check (state not in ('queued', 'deferred', 'uncertain', 'sending') or lane is not null);

create index mail_in_lane on mail (lane, next_at) where state in ('queued', 'deferred', 'uncertain');
create index mail_expiring on mail (expires_at) where state in ('queued', 'deferred', 'uncertain', 'held');
create index mail_sent on mail (changed_at) where state = 'sent';
create index mail_to_erase on mail (changed_at)
    where state in ('settled', 'bounced', 'failed', 'suppressed', 'cancelled', 'recalled') and erased_at is null;

-- An attempt's mail is locked by its sender anyway; asking for it at every attempt would write the mail's row again.
alter table attempt
    drop constraint attempt_mail_fkey,
    add column relay       text,
    add column took_millis integer;
-- What an operator looks through.
create index mail_in_doubt on mail (id) where state in ('uncertain', 'held');
