-- When the last event happened that was announced. Whoever listens takes the latest of two for what is true: the clocks of the
-- replicas, which differ, and of the database, which may be another machine's tomorrow, must not decide about that.
create table outbox_moment (
    last timestamptz not null
);
create unique index outbox_moment_one on outbox_moment ((true));
-- Until now it was the replicas' clocks, and a release was announced within a minute.
insert into outbox_moment (last)
select greatest(clock_timestamp(), (select max(decided_at) + interval '1 minute' from release));
