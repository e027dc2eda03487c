-- A mail's row goes some time after whom it was between and what it said.
create index mail_to_delete on mail (erased_at) where erased_at is not null;
