-- What was taken from a place, for a campaign or to an MP within a window of time. Rows are updated often and live for minutes:
-- room in each page keeps the updates out of the index.
create table limit_count (
    whom    text        not null,
    what    text        not null,
    ends_at timestamptz not null,
    taken   integer     not null,
    primary key (whom, what, ends_at)
) with (fillfactor = 50);
create index limit_count_ends_at on limit_count (ends_at);

-- Proofs of work that were used, until they would have expired anyway.
create table spent_proof (
    challenge  bytea       primary key,
    expires_at timestamptz not null
);
create index spent_proof_expires_at on spent_proof (expires_at);
