-- The keyed hash of the network that a letter came from: enough to see that many come from one place, and to take them back.
-- It is forgotten by a retention clock of its own.
alter table letter add column network text;
create index letter_network on letter (campaign, network, id) where network is not null;
