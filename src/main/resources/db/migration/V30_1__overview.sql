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

create index trade_order_by_phase on trade_order (status, status_since) include (total, deposit_received, balance_received);

-- Money that waits for people is little beside all that was ever received.
create index remittance_unmatched on remittance (notified_at) include (amount, currency) where state in ('SUSPENSE', 'PARKED');
create index refund_unpaid on refund (due_at) include (amount, currency) where paid_at is null;
