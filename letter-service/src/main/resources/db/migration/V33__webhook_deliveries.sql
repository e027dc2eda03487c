-- What is to be told to an endpoint, written in the transaction of what happened; a queue and its log in one. There is no
-- foreign key to the endpoint: a letter must not wait for, or fail with, whoever changes or deletes it.
create table webhook_delivery (
    id           uuid        primary key,
    webhook      uuid        not null,
    type         text        not null,
    campaign     uuid,
    body         text        not null,
    state        text        not null,
    tries        smallint    not null,
    due_at       timestamptz not null,
    lease        uuid,
    created_at   timestamptz not null,
    ended_at     timestamptz
);
create index webhook_delivery_due on webhook_delivery (webhook, due_at) where state = 'WAITING';
create index webhook_delivery_log on webhook_delivery (webhook, id);
create index webhook_delivery_state on webhook_delivery (webhook, state, id);
create index webhook_delivery_created_at on webhook_delivery (created_at);

create table webhook_attempt (
    position bigint generated always as identity primary key,
    delivery uuid        not null references webhook_delivery on delete cascade,
    at       timestamptz not null,
    outcome  text        not null,
    status   integer,
    millis   integer     not null
);
create index webhook_attempt_delivery on webhook_attempt (delivery, position);
