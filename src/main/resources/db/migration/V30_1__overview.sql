-- Since when an order stands where it stands: set by the one statement that stores its row. Of orders from before, their record says it.
alter table trade_order add column status_since timestamptz;
update trade_order o
   set status_since = coalesce(
           (select max(r.at)
              from operation_record r
              join (values ('NEGOTIATING', 'contract-revised'),
                           ('AWAITING_SUPPLIER_CONFIRM', 'contract-confirmed'),
                           ('AWAITING_BUYER_CONFIRM', 'contract-presented'),
                           ('AWAITING_BUYER_CONFIRM', 'contract-confirmed'),
                           ('AWAITING_BUYER_CONFIRM', 'contract-revised'),
                           ('AWAITING_DEPOSIT', 'payment-window-opened'),
                           ('AWAITING_DEPOSIT_CONFIRM', 'deposit-acceptance-asked'),
                           ('AWAITING_DEPOSIT_TOPUP', 'deposit-top-up-asked'),
                           ('AWAITING_SHIPMENT', 'deposit-accepted'),
                           ('SHIPPED_AWAITING_BALANCE', 'goods-shipped'),
                           ('AWAITING_RECEIPT', 'receipt-window-opened')) brought (status, action)
                on brought.status = o.status and brought.action = r.action
             where r.order_no = o.order_no),
           o.closed_at, o.completed_at, o.created_at);
alter table trade_order alter column status_since set default now(), alter column status_since set not null;

-- What of an order is due next, and when: each status waits for one thing at most, and in a dispute nothing is due (AMB-15).
alter table trade_order
    add column if not exists next_due text generated always as (
        case when frozen_at is not null then null
             when status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_TOPUP') and payment_due_at is not null then 'PAYMENT'
             when status = 'AWAITING_SHIPMENT' and ship_by_ends_at is not null then 'SHIPMENT'
             when status = 'SHIPPED_AWAITING_BALANCE' and balance_chase_at is not null then 'BALANCE'
             when status = 'AWAITING_RECEIPT' and auto_complete_at is not null then 'RECEIPT' end) stored,
    add column if not exists next_due_at timestamptz generated always as (
        case when frozen_at is not null then null
             when status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_TOPUP') then payment_due_at
             when status = 'AWAITING_SHIPMENT' then ship_by_ends_at
             when status = 'SHIPPED_AWAITING_BALANCE' then balance_chase_at
             when status = 'AWAITING_RECEIPT' then auto_complete_at end) stored;
create index if not exists trade_order_by_due on trade_order (next_due_at, order_no) where next_due_at is not null;

create index trade_order_by_phase on trade_order (status, status_since) include (total, deposit_received, balance_received);

-- Money that waits for people is little beside all that was ever received.
create index remittance_unmatched on remittance (notified_at) include (amount, currency) where state in ('SUSPENSE', 'PARKED');
create index refund_unpaid on refund (due_at) include (amount, currency) where paid_at is null;
