-- What the buyer still has to pay for the leg that is open, as the type Tally says it: the one place where statements read it.
alter table trade_order add column owed numeric(19, 2) not null generated always as (
    case when status in ('COMPLETED', 'CLOSED') or balance_settled_at is not null then 0
         when deposit_accepted_at is null then greatest(0, deposit - deposit_received)
         else greatest(0, total - deposit - balance_received) end) stored;

-- Unmatched money is compared with what open orders owe.
drop index trade_order_by_owed_deposit;
drop index trade_order_by_owed_balance;
create index trade_order_by_owed on trade_order (owed)
    where status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_CONFIRM', 'AWAITING_DEPOSIT_TOPUP', 'AWAITING_SHIPMENT', 'SHIPPED_AWAITING_BALANCE');
