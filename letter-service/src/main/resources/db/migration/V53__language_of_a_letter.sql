-- In which of its campaign's languages a letter was written: its pages and mails speak it. Null for letters from before, whose
-- is the campaign's own.
alter table letter add column language text;
