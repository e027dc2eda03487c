-- The relay had all of the mail at some attempt and never answered: nobody can say any more that it was not sent.
alter table mail add column perhaps_sent boolean not null default false;
update mail set perhaps_sent = true
 where state in ('queued', 'deferred', 'sending')
   and exists (select 1 from attempt where attempt.mail = mail.id and attempt.verdict = 'UNCERTAIN');
