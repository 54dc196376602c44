-- How many orders were opened, completed and closed on a day.
create index if not exists trade_order_by_creation on trade_order (created_at, order_no);
create index trade_order_completed on trade_order (completed_at) where completed_at is not null;
create index trade_order_closed on trade_order (closed_at) where closed_at is not null;
