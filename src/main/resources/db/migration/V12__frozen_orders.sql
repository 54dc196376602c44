-- A dispute freezes completed orders too; frozen ones are few.
create index trade_order_frozen on trade_order (supplier_id, buyer_email) where frozen_at is not null;
