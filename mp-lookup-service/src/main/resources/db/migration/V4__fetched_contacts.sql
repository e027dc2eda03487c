-- What a refresh of the members got of Parliament before it was interrupted; emptied when one is complete.
create table fetched_contact (
    member_id  integer     primary key,
    email      text,
    fetched_at timestamptz not null
);
create index fetched_contact_fetched_at on fetched_contact (fetched_at);
