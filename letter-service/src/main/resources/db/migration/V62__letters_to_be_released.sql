-- Held letters that wait for nothing but a member, the oldest first: after an election hundreds of thousands at once, of all
-- constituencies. What decides about each is in the index too, so that those in the way of the first hundred cost little.
create index letter_releasable on letter (state_since) include (constituency, campaign, id)
    where state = 'HELD' and not needs_person;
