-- Events wait here until Kafka has them. Ids order the writing, not the commits: events of one key keep their order
-- because whoever writes them holds the lock of what the key names.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    payload     text        not null,
    occurred_at timestamptz not null
);
