-- Health and metrics count them.
create index outbox_mail_given_up on outbox_mail (id) where due_at is null and sent_at is null;
