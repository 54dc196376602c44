-- A refund that the buyer asks for, or a complaint of either party; it freezes the order until it is decided (TR-21, TR-22).
create table dispute (
    dispute_id      bigint         generated always as identity primary key,
    order_no        text           not null references trade_order,
    kind            text           not null check (kind in ('REFUND', 'COMPLAINT')),
    party           text           not null check (party in ('BUYER', 'SUPPLIER')),
    amount          numeric(19, 2) check (amount > 0),
    reason          text           not null,
    opened_by       text           not null,
    opened_at       timestamptz    not null,
    outcome         text           check (outcome in ('DISMISSED', 'REFUND', 'AGREED')),
    amount_granted  numeric(19, 2) check (amount_granted >= 0),
    decision_reason text,
    decided_by      text,
    decided_at      timestamptz,
    constraint dispute_decided_as_a_whole check (num_nulls(outcome, amount_granted, decision_reason, decided_by, decided_at) in (0, 5)),
    constraint dispute_refund_is_the_buyers check (kind <> 'REFUND' or party = 'BUYER'),
    constraint dispute_dismissed_grants_nothing check (outcome <> 'DISMISSED' or amount_granted = 0)
);
create unique index dispute_one_open_an_order on dispute (order_no) where outcome is null;
create index dispute_by_order on dispute (order_no, dispute_id desc);

-- The release of the frozen quota fell due while a dispute was open: it waits for the decision (QTA-09).
alter table trade_order add column coverage_release_waits boolean not null default false;

-- Money that goes back lies on the remittance it came with, and nowhere else.
create view inv_order_refund_is_sum_of_remittances as
    select o.order_no, o.refund_due, coalesce(sum(r.refund_due), 0) as of_remittances
      from trade_order o left join remittance r using (order_no)
     group by o.order_no, o.refund_due
    having o.refund_due <> coalesce(sum(r.refund_due), 0);

create view inv_frozen_order_has_an_open_dispute as
    select o.order_no, o.frozen_at, d.dispute_id
      from trade_order o left join dispute d on d.order_no = o.order_no and d.outcome is null
     where (o.frozen_at is null) <> (d.dispute_id is null);
