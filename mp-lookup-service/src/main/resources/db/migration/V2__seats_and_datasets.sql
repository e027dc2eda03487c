-- What was last announced of each seat: the next import is compared with it.
create table constituency (
    code    text primary key,
    name    text not null,
    name_cy text,
    nation  text not null check (nation in ('England', 'Scotland', 'Wales', 'Northern Ireland'))
);

create table member (
    id           integer primary key,
    name         text    not null,
    full_title   text    not null,
    salutation   text    not null,
    party        text    not null,
    role         text check (role in ('SPEAKER')),
    takes_seat   boolean not null,
    contact_kind text    not null check (contact_kind in ('EMAIL', 'POST', 'WEB_FORM', 'NONE')),
    email        text,
    web_form     text,
    check ((contact_kind = 'EMAIL') = (email is not null)),
    check ((contact_kind = 'WEB_FORM') = (web_form is not null))
);

create table seat (
    constituency_code text primary key references constituency,
    status            text not null check (status in ('FILLED', 'VACANT', 'DISSOLVED', 'UNKNOWN')),
    since             date,
    member_id         integer unique deferrable initially deferred references member,
    check ((status = 'FILLED') = (member_id is not null))
);

-- Each time that other data were loaded; the newest of a kind is what is served.
create table dataset_version (
    id        uuid primary key,
    kind      text        not null check (kind in ('POSTCODES', 'MEMBERS')),
    source    text        not null,
    sha256    text        not null,
    records   integer     not null,
    loaded_at timestamptz not null
);
create index dataset_version_kind_loaded_at on dataset_version (kind, loaded_at desc);

-- The index made of a version's postcodes, so that other replicas, and this one at its next start, need not read the files.
create table postcode_snapshot (
    version_id uuid primary key references dataset_version,
    content    bytea not null
);
-- Bytes of this kind do not become smaller by being compressed again.
alter table postcode_snapshot alter column content set storage external;
