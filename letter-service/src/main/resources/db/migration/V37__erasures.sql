-- That somebody was forgotten, and in which places they were looked for; nothing of whom.
create table erasure (
    id              uuid        primary key,
    organisation    uuid        not null references organisation,
    mode            text        not null,
    asked_at        timestamptz not null,
    done_at         timestamptz,
    mails_asked     integer     not null,
    mails_forgotten integer     not null
);
create index erasure_done_at on erasure (done_at);

create table erasure_place (
    erasure   uuid   not null references erasure on delete cascade,
    place     text   not null,
    found     bigint not null,
    remaining bigint not null,
    primary key (erasure, place)
);
