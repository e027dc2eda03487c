-- A person is found by the hashes of their mailbox, one for each of an organisation's campaigns, wherever they are kept.
create index letter_mailbox on letter (mailbox) where mailbox <> '';
-- The clocks of letters: what they said, who wrote them, and the network they came from. Only those that have come to their end
-- stand in the first two, so that no step on the way has to touch them.
drop index letter_erasable;
create index letter_erasable on letter (state_since)
    where erased_at is null and state in ('SETTLED', 'LAPSED', 'RECALLED', 'BOUNCED', 'FAILED');
create index letter_identity on letter (state_since)
    where mailbox <> '' and state in ('SETTLED', 'LAPSED', 'RECALLED', 'BOUNCED', 'FAILED');
create index letter_network_clock on letter (written_at) where network is not null;
-- Letters that lapsed held their writers' hashes as empty texts; two that are confirmed may not be alike.
update letter set person = cast(id as text) where person = '';

-- Which version of the campaign the words beside the box belong to, and when the consent was taken back.
alter table letter add column consent_version integer;
alter table consent add column wording_version integer;
alter table consent add column mailbox text;
alter table consent add column person text;
update consent set mailbox = letter.mailbox, person = letter.person
  from letter where letter.id = consent.letter and letter.mailbox <> '';
create index consent_mailbox on consent (mailbox) where mailbox is not null;
-- Evidence of a consent that does not stand goes by a clock, its hashes sooner.
create index consent_evidence on consent (coalesce(withdrawn_at, confirmed_at)) where not given or withdrawn_at is not null;
create index consent_identity on consent (coalesce(withdrawn_at, confirmed_at))
    where mailbox is not null and (not given or withdrawn_at is not null);

-- Every mail that the mail-service was asked for, by whom it concerns: the mail-service keeps names, addresses and text of
-- its own, and has to be asked to forget them. "erasure" is the one that waits for its answer.
create table asked_mail (
    mail     uuid        primary key,
    campaign uuid        not null references campaign,
    mailbox  text,
    person   text,
    kind     text        not null,
    asked_at timestamptz not null,
    erasure  uuid
);
create index asked_mail_mailbox on asked_mail (mailbox) where mailbox is not null;
create index asked_mail_asked_at on asked_mail (asked_at);
create index outbox_key on outbox (key);

-- What was done to a letter, a campaign or another thing.
create index audit_entry_subject on audit_entry (organisation, mode, subject, id) where subject is not null;
