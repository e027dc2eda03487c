-- Parts are loaded one by one and serve together: a release is a set of parts, and its past tells what answered when.
-- What was kept before was made from files that are loaded again.
drop table postcode_snapshot;
drop table dataset_version;

create table part_version (
    id        uuid primary key,
    part      text        not null check (part in ('POSTCODES', 'NORTHERN_IRELAND', 'SPLITS', 'MEMBERS', 'CORRECTIONS', 'PARLIAMENT')),
    source    text        not null,
    sha256    text        not null,
    records   integer     not null,
    sample    boolean     not null,
    loaded_at timestamptz not null
);

create table part_bytes (
    version_id uuid primary key references part_version,
    content    bytea not null
);
-- Bytes of this kind do not become much smaller by being compressed, and a replica that starts waits for them.
alter table part_bytes alter column content set storage external;

create table release (
    id          bigint generated always as identity primary key,
    cause       text        not null,
    dissolved   boolean     not null,
    decided_at  timestamptz not null,
    serves_from timestamptz not null
);
create index release_serves_from on release (serves_from desc, id desc);

create table release_part (
    release_id bigint not null references release,
    part       text   not null,
    version_id uuid   not null references part_version,
    primary key (release_id, part)
);
create index release_part_version on release_part (version_id);

-- Each attempt to load something: how far it has come, and what came of it.
create table dataset_import (
    id          uuid primary key,
    part        text        not null,
    source      text        not null,
    fingerprint text,
    state       text        not null check (state in ('RUNNING', 'LOADED', 'UNCHANGED', 'REFUSED', 'FAILED')),
    started_at  timestamptz not null,
    updated_at  timestamptz not null,
    bytes       bigint      not null,
    expected    bigint      not null,
    rows        bigint      not null,
    report      text
);
create index dataset_import_started_at on dataset_import (started_at desc, id desc);
create index dataset_import_part_started_at on dataset_import (part, started_at desc);

alter table member add column email_missing_since date check (email_missing_since is null or contact_kind = 'EMAIL');
