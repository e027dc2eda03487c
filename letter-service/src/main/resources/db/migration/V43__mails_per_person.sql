-- Of whose letter a mail was, as a hash: names that somebody made up do not use up a real person's share soon. Null in rows of
-- the day before this column came.
alter table mail_allowance add column person text;
