-- As whom an organisation's mails come, where that is not its name at the platform's domain.
alter table organisation add column sending_name text;
alter table organisation add column sending_domain text;
