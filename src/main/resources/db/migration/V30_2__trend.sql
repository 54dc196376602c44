-- How many orders were completed and closed on a day; when they were opened has its index.
create index trade_order_completed on trade_order (completed_at) where completed_at is not null;
create index trade_order_closed on trade_order (closed_at) where closed_at is not null;
