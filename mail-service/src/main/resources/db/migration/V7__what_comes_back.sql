-- Mailboxes that shall not be written to. "mailbox" stands for an address without naming it (EmailAddress.mailbox()), and
-- "shown" is what an operator may see of it. Without an organisation an entry holds for the whole platform. "covers":
-- everything, or only the updates that somebody has unsubscribed from.
create table suppression (
    id           uuid primary key,
    organisation uuid,
    mailbox      uuid        not null,
    shown        text        not null,
    reason       text        not null check (reason in ('bounced', 'complained', 'unsubscribed', 'requested')),
    covers       text        not null check (covers in ('everything', 'updates')),
    evidence     uuid,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    constraint suppression_once unique nulls not distinct (mailbox, organisation, reason)
);
create index suppression_mailbox on suppression (mailbox);
create index suppression_organisation on suppression (organisation, id);
create index suppression_reason on suppression (reason, id);
create index suppression_expires_at on suppression (expires_at) where expires_at is not null;

-- Messages that the listener has taken, whole, until they are understood; never longer.
create table incoming (
    id       uuid primary key,
    mail     uuid        not null,
    purpose  text        not null check (purpose in ('bounce', 'reply')),
    message  bytea       not null,
    came_at  timestamptz not null,
    next_at  timestamptz not null,
    attempts integer     not null default 0
);
create index incoming_next_at on incoming (next_at);

-- What was understood of each thing that came back for a mail, once however often it came. "words" are a server's own,
-- without addresses, and go before the row does. A row with next_at waits: the mail was in a sender's hands.
create table returned (
    id           uuid primary key,
    mail         uuid        not null,
    fingerprint  bytea       not null,
    class        text        not null
        check (class in ('hard', 'soft', 'delayed', 'delivered', 'complaint', 'auto-reply', 'reply', 'unknown')),
    reason       text,
    status       text,
    code         integer,
    words        text,
    -- Whose address does not exist, where it is the one that the mail was for.
    mailbox      uuid,
    suppressed   boolean     not null,
    action       text        not null
        check (action in ('none', 'waiting', 'retried', 'failed', 'suppressed', 'forwarded', 'recorded', 'discarded')),
    came_at      timestamptz not null,
    next_at      timestamptz,
    attempts     integer     not null default 0,
    constraint returned_once unique (mail, fingerprint)
);
create index returned_next_at on returned (next_at) where next_at is not null;
create index returned_came_at on returned (came_at);
-- How many mails to one mailbox came back of late because there is no such address.
create index returned_mailbox on returned (mailbox, came_at) where mailbox is not null;

-- Which notice carries an answer to which letter: it names the same people and is forgotten with it.
create table forwarded (
    notice uuid primary key references mail (id) on delete cascade,
    letter uuid not null references mail (id) on delete cascade
);
create index forwarded_letter on forwarded (letter);
