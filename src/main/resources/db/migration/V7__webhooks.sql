-- What other systems are told about orders: one row an event and subscriber, numbered without gaps for each order and subscriber.
-- Due on the system's clock; neither due nor sent: given up, until an operator has it sent again.
create table webhook (
    webhook_id       uuid        primary key default gen_random_uuid(),
    subscriber       text        not null,
    order_no         text        not null references trade_order,
    sequence         integer     not null check (sequence > 0),
    event            text        not null,
    status           text        not null,
    contract_version integer     not null,
    occurred_at      timestamptz not null,
    due_at           timestamptz default now(),
    sent_at          timestamptz,
    attempts         integer     not null default 0,
    last_error       text,
    unique (subscriber, order_no, sequence),
    constraint webhook_sent_is_not_due check (sent_at is null or due_at is null)
);
create index webhook_due on webhook (subscriber, due_at) where due_at is not null;
create index webhook_given_up on webhook (subscriber) where due_at is null and sent_at is null;

-- Mail to staff is about tasks, which may belong to no order.
alter table outbox_mail
    alter column order_no drop not null,
    add column about text,
    add constraint outbox_mail_is_about_something check (num_nonnulls(order_no, about) > 0);
