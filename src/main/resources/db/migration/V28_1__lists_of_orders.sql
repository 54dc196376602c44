-- The caller's own name for an order: one order under it for each account, whoever else has an order under the same.
alter table trade_order
    add column external_reference text,
    add column referred_by text,
    add constraint trade_order_reference_has_its_account check ((external_reference is null) = (referred_by is null));
create unique index trade_order_by_reference on trade_order (external_reference, referred_by) where external_reference is not null;

-- What of an order is due next, and when: each status waits for one thing at most, and in a dispute nothing is due. Lists, figures and
-- the filters of either read it here.
alter table trade_order
    add column next_due text generated always as (
        case when frozen_at is not null then null
             when status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_TOPUP') and payment_due_at is not null then 'PAYMENT'
             when status = 'AWAITING_SHIPMENT' and ship_by_ends_at is not null then 'SHIPMENT'
             when status = 'SHIPPED_AWAITING_BALANCE' and balance_chase_at is not null then 'BALANCE'
             when status = 'AWAITING_RECEIPT' and auto_complete_at is not null then 'RECEIPT' end) stored,
    add column next_due_at timestamptz generated always as (
        case when frozen_at is not null then null
             when status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_TOPUP') then payment_due_at
             when status = 'AWAITING_SHIPMENT' then ship_by_ends_at
             when status = 'SHIPPED_AWAITING_BALANCE' then balance_chase_at
             when status = 'AWAITING_RECEIPT' then auto_complete_at end) stored;
create index trade_order_by_due on trade_order (next_due_at, order_no) where next_due_at is not null;
create index trade_order_by_total on trade_order (total, order_no);

-- The newest first, by the clock: a number says it only as long as nobody sets the clock back.
drop index trade_order_by_supplier;
drop index trade_order_by_buyer;
drop index trade_order_by_status;
create index trade_order_by_creation on trade_order (created_at, order_no);
create index trade_order_by_supplier on trade_order (supplier_id, created_at, order_no);
create index trade_order_by_buyer on trade_order (buyer_email, created_at, order_no);
create index trade_order_by_status on trade_order (status, created_at, order_no);
