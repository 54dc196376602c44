-- Money that goes back: each part of a remittance that falls due is one refund, paid out once by the finance desk, in the currency it came in.
create sequence refund_number start 100001;
create table refund (
    refund_no        text           primary key default 'RF-' || nextval('refund_number'),
    remittance_id    text           not null references remittance,
    order_no         text           references trade_order,
    amount           numeric(19, 2) not null check (amount > 0),
    currency         text           not null,
    cause            text           not null check (cause in ('SURPLUS', 'ORDER_COMPLETED', 'DISPUTE', 'UNMATCHED')),
    due_at           timestamptz    not null,
    payout_reference text           constraint refund_payout_pays_once unique,
    paid_on          date,
    paid_by          text,
    paid_at          timestamptz,
    constraint refund_paid_as_a_whole check (num_nulls(payout_reference, paid_on, paid_by, paid_at) in (0, 4))
);
create index refund_by_remittance on refund (remittance_id);
create index refund_by_order on refund (order_no) where order_no is not null;

-- Money that the finance desk returns is due for refund like any other, and stays on its row when it is paid out.
alter table remittance add column refund_paid numeric(19, 2) not null default 0 check (refund_paid >= 0);
alter table remittance drop constraint remittance_applied_in_full;
update remittance set refund_due = amount where state = 'RETURNED';
alter table remittance
    add constraint remittance_in_one_place check (applied_to_deposit + applied_to_balance + refund_due + refund_paid
        = case when state in ('APPLIED', 'RETURNED') then amount else 0 end),
    add constraint remittance_returned_as_a_whole check (state <> 'RETURNED' or applied_to_deposit + applied_to_balance = 0);

-- What was due before there were refunds.
update trade_order o
   set refund_due = o.refund_due + returned.amount
  from (select order_no, sum(amount) as amount from remittance where state = 'RETURNED' and currency = 'USD' group by order_no) returned
 where returned.order_no = o.order_no;
insert into refund (remittance_id, order_no, amount, currency, cause, due_at)
    select remittance_id, order_no, refund_due, currency, case state when 'RETURNED' then 'UNMATCHED' else 'SURPLUS' end, coalesce(posted_at, notified_at)
      from remittance where refund_due > 0;

alter table outbox_mail add column refund_no text references refund;

-- Money in another currency is refunded, but no order counts it.
create or replace view inv_order_refund_is_sum_of_remittances as
    select o.order_no, o.refund_due, coalesce(sum(r.refund_due), 0) as of_remittances
      from trade_order o left join remittance r on r.order_no = o.order_no and r.currency = 'USD'
     group by o.order_no, o.refund_due
    having o.refund_due <> coalesce(sum(r.refund_due), 0);

-- Every cent received is applied to a leg, waiting, due for refund or paid out: on its remittance ...
create view inv_remittance_is_in_one_place as
    select r.remittance_id, r.order_no, r.state, r.amount, r.applied_to_deposit, r.applied_to_balance, w.waiting, f.due, f.paid
      from remittance r
      cross join lateral (select case when r.state in ('PENDING', 'SUSPENSE', 'PARKED') then r.amount else 0 end as waiting) w
      cross join lateral (select coalesce(sum(f.amount) filter (where f.paid_at is null), 0) as due,
                                 coalesce(sum(f.amount) filter (where f.paid_at is not null), 0) as paid,
                                 count(*) filter (where f.currency <> r.currency or f.order_no is distinct from r.order_no) as strangers
                            from refund f where f.remittance_id = r.remittance_id) f
     where r.amount <> r.applied_to_deposit + r.applied_to_balance + w.waiting + f.due + f.paid
        or r.refund_due <> f.due or r.refund_paid <> f.paid or f.strangers > 0;

-- ... and on its order.
create view inv_order_money_is_in_one_place as
    select o.order_no, o.deposit_received, o.balance_received, o.refund_due, m.received, m.waiting, m.paid
      from trade_order o
      join (select r.order_no, sum(r.amount) as received, sum(r.refund_paid) as paid,
                   coalesce(sum(r.amount) filter (where r.state in ('PENDING', 'SUSPENSE', 'PARKED')), 0) as waiting
              from remittance r where r.currency = 'USD' and r.order_no is not null group by r.order_no) m using (order_no)
     where m.received <> o.deposit_received + o.balance_received + o.refund_due + m.waiting + m.paid;

-- Money that a person must move has a process that asks for it: what nobody is asked for is lost.
create view inv_money_to_move_has_its_task as
    select key from (
        select refund_no as key from refund where paid_at is null
        union all
        select remittance_id from remittance where state in ('SUSPENSE', 'PARKED')) money
     where not exists (select from act_ru_execution e where e.business_key_ = money.key);
