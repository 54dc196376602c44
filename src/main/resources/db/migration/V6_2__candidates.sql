-- Unmatched money is compared with what open orders are owed.
create index trade_order_by_owed_deposit on trade_order ((deposit - deposit_received))
    where status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_CONFIRM', 'AWAITING_DEPOSIT_TOPUP');
create index trade_order_by_owed_balance on trade_order ((total - deposit - balance_received))
    where status in ('AWAITING_SHIPMENT', 'SHIPPED_AWAITING_BALANCE');
