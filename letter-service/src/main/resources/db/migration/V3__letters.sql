-- Who sits where, as the mp-lookup-service's newest event says.
create table seat (
    constituency text        primary key,
    name         text        not null,
    name_cy      text,
    status       text        not null,
    since        date,
    member_id    integer,
    member_name  text,
    salutation   text,
    party        text,
    delivery     text,
    email        text,
    web_form     text,
    recorded_at  timestamptz not null
);

-- mailbox and person are hashes: they recognise a writer who comes again, also when the rest is erased.
create table letter (
    id                uuid        primary key,
    campaign          uuid        not null references campaign,
    organisation      uuid        not null references organisation,
    constituency      text        not null,
    constituency_name text        not null,
    member            integer     not null,
    member_name       text        not null,
    salutation        text        not null,
    state             text        not null,
    state_since       timestamptz not null,
    deadline          timestamptz,
    written_at        timestamptz not null,
    confirmed_at      timestamptz,
    erased_at         timestamptz,
    mailbox           text        not null,
    person            text        not null,
    subject           text,
    body              text,
    text              text,
    name              text,
    email             text,
    address           text,
    postcode          text,
    consent_mode      text,
    consent_wording   text,
    consent_given     boolean,
    mail              uuid,
    page_token        text
);
-- One letter per person, campaign and member. It counts from the confirmation: before it anybody can type any address.
create unique index letter_one_each on letter (campaign, member, person) where confirmed_at is not null;
create unique index letter_mail on letter (mail) where mail is not null;
create unique index letter_page_token on letter (page_token) where page_token is not null;
create index letter_campaign on letter (campaign, id);
create index letter_campaign_state on letter (campaign, state, id);
create index letter_deadline on letter (deadline) where deadline is not null;
create index letter_held on letter (constituency, state_since) where state = 'HELD';
create index letter_erasable on letter (state, state_since) where erased_at is null;

create table letter_history (
    position bigint generated always as identity primary key,
    letter   uuid        not null references letter,
    state    text        not null,
    at       timestamptz not null,
    detail   text
);
create index letter_history_letter on letter_history (letter, position);

-- Without a reference to the letter: an id that was handed out for a letter that was not kept has its row here too.
create table confirmation (
    letter        uuid        primary key,
    code_hash     text        not null,
    attempts_left integer     not null,
    asked_at      timestamptz not null,
    expires_at    timestamptz not null,
    reminded_at   timestamptz,
    confirmed_at  timestamptz
);
create index confirmation_unanswered on confirmation (asked_at) where reminded_at is null and confirmed_at is null;
create index confirmation_expires_at on confirmation (expires_at);

create table confirmation_link (
    token_hash text primary key,
    letter     uuid not null references confirmation on delete cascade
);
create index confirmation_link_letter on confirmation_link (letter);

create table consent (
    letter       uuid        primary key,
    campaign     uuid        not null references campaign,
    organisation uuid        not null references organisation,
    mode         text        not null,
    wording      text        not null,
    given        boolean     not null,
    name         text,
    email        text,
    chosen_at    timestamptz not null,
    confirmed_at timestamptz not null
);

-- How many mails the public form has sent to a mailbox of late.
create table mail_allowance (
    mailbox  text        not null,
    asked_at timestamptz not null
);
create index mail_allowance_mailbox on mail_allowance (mailbox, asked_at);
create index mail_allowance_asked_at on mail_allowance (asked_at);

-- Confirmed letters that are not in the sums yet. Rows are only added and folded away: no counter is a row that all wait for.
create table letter_count_journal (
    position     bigint generated always as identity primary key,
    campaign     uuid not null,
    constituency text not null
);
create index letter_count_journal_campaign on letter_count_journal (campaign, constituency);

create table letter_count (
    campaign     uuid   not null,
    constituency text   not null,
    confirmed    bigint not null,
    primary key (campaign, constituency)
);
