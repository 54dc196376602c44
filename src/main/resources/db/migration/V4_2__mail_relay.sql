-- When a mail is to be sent, on the system's clock and not on the sandbox's: null once it is sent or given up.
alter table outbox_mail
    add column due_at timestamptz default now(),
    add column last_error text;
update outbox_mail set due_at = null where sent_at is not null;
drop index outbox_mail_unsent;
create index outbox_mail_due on outbox_mail (due_at) where due_at is not null;
