-- A pay-out that a bank sent back (BNK-09): its refund is due again under its own number, and the credit that brought it is no new money.
create table returned_payout (
    remittance_id    text        primary key references remittance,
    refund_no        text        not null references refund,
    payout_reference text        not null constraint returned_payout_was_paid_once unique,
    paid_on          date        not null,
    paid_by          text        not null,
    paid_at          timestamptz not null,
    returned_by      text        not null,
    returned_at      timestamptz not null
);
create index returned_payout_by_refund on returned_payout (refund_no);

alter table remittance
    drop constraint remittance_state_check,
    add constraint remittance_state_check check (state in ('APPLIED', 'PENDING', 'SUSPENSE', 'PARKED', 'RETURNED', 'RETURNED_PAYOUT'));

-- Every cent received is applied to a leg, waiting, due for refund, paid out, or a pay-out that came back: on its remittance ...
drop view inv_remittance_is_in_one_place;
create view inv_remittance_is_in_one_place as
    select r.remittance_id, r.order_no, r.state, r.amount, r.applied_to_deposit, r.applied_to_balance, w.waiting, f.due, f.paid, b.returned
      from remittance r
      cross join lateral (select case when r.state in ('PENDING', 'SUSPENSE', 'PARKED') then r.amount else 0 end as waiting) w
      cross join lateral (select coalesce(sum(f.amount) filter (where f.paid_at is null), 0) as due,
                                 coalesce(sum(f.amount) filter (where f.paid_at is not null), 0) as paid,
                                 count(*) filter (where f.currency <> r.currency or f.order_no is distinct from r.order_no) as strangers
                            from refund f where f.remittance_id = r.remittance_id) f
      cross join lateral (select count(*) as returned
                            from returned_payout p join refund of using (refund_no)
                           where p.remittance_id = r.remittance_id and of.currency = r.currency and of.amount >= r.amount
                             and of.order_no is not distinct from r.order_no) b
     where r.amount <> r.applied_to_deposit + r.applied_to_balance + w.waiting + f.due + f.paid + b.returned * r.amount
        or r.refund_due <> f.due or r.refund_paid <> f.paid or f.strangers > 0
        or b.returned <> case when r.state = 'RETURNED_PAYOUT' then 1 else 0 end;

-- ... and on its order.
create or replace view inv_order_money_is_in_one_place as
    select o.order_no, o.deposit_received, o.balance_received, o.refund_due, m.received, m.waiting, m.paid
      from trade_order o
      join (select r.order_no, sum(r.amount) as received, sum(r.refund_paid) as paid,
                   coalesce(sum(r.amount) filter (where r.state in ('PENDING', 'SUSPENSE', 'PARKED')), 0) as waiting
              from remittance r
             where r.currency = 'USD' and r.order_no is not null and r.state <> 'RETURNED_PAYOUT'
             group by r.order_no) m using (order_no)
     where m.received <> o.deposit_received + o.balance_received + o.refund_due + m.waiting + m.paid;
