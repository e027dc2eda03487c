-- How many mails wait, in which states, and since when the first does; asked every half minute and by whoever looks at the
-- queue. What is finished is most of the table and is not in it.
create index mail_waiting on mail (queued_at) include (state) where state in ('queued', 'deferred', 'uncertain');
