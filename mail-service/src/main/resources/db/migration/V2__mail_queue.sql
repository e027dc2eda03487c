-- Every mail that was asked for, once. What may follow what is in MailLifecycle.java; "claimed_by" is the sender (a
-- process) that works on it. Names, addresses and text go when erased_at is set: the row stays, so that a request
-- that is delivered again much later is still recognised.
create table mail (
    id               uuid primary key,
    kind             text        not null check (kind in ('letter', 'confirmation', 'reminder', 'copy', 'notice')),
    campaign_id      uuid        not null,
    campaign_slug    text        not null,
    campaign_title   text        not null,
    from_name        text,
    reply_to_name    text,
    reply_to_address text,
    to_name          text,
    to_address       text,
    subject          text,
    text             text,
    automatic        boolean     not null,
    composed_at      timestamptz not null,
    expires_at       timestamptz not null,
    message_id       text        not null,
    state            text        not null
        check (state in ('queued', 'deferred', 'sending', 'sent', 'failed', 'settled', 'recalled')),
    next_at          timestamptz not null,
    attempts         integer     not null default 0,
    claimed_by       uuid,
    recall_asked     boolean     not null default false,
    last_code        integer,
    last_enhanced    text,
    last_reply       text,
    queued_at        timestamptz not null,
    changed_at       timestamptz not null,
    erased_at        timestamptz,
    check ((state = 'sending') = (claimed_by is not null)),
    check (erased_at is not null or (from_name is not null and to_address is not null and subject is not null and text is not null))
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);

create index mail_due on mail (next_at) where state in ('queued', 'deferred');
create index mail_expiring on mail (expires_at) where state in ('queued', 'deferred');
create index mail_claimed on mail (claimed_by) where state = 'sending';
create index mail_waiting on mail (queued_at) where state in ('queued', 'deferred', 'sending');
-- Counts per state, and what has been sent for long enough to settle.
create index mail_state on mail (state, changed_at);
create index mail_to_erase on mail (changed_at) where state in ('settled', 'failed', 'recalled') and erased_at is null;

-- How each attempt went, only ever added to.
create table attempt (
    mail     uuid        not null references mail (id),
    number   integer     not null,
    sender   uuid        not null,
    at       timestamptz not null,
    verdict  text        not null,
    phase    text        not null,
    code     integer,
    enhanced text,
    reply    text        not null,
    primary key (mail, number)
);

-- A process that sends. What it has claimed is its own for as long as it renews its lease.
create table sender (
    id          uuid primary key,
    lease_until timestamptz not null
);

-- A recall that came before its request: that mail will never be sent.
create table recall (
    mail        uuid primary key,
    recalled_at timestamptz not null
);
create index recall_recalled_at on recall (recalled_at);

-- The operator's switch; one row.
create table queue_switch (
    only_row   boolean primary key default true check (only_row),
    paused     boolean     not null,
    changed_at timestamptz not null
);
insert into queue_switch (paused, changed_at) values (false, now());
