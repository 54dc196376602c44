-- When the finance desk chases the rest of a deposit that is too short.
alter table trade_order add column top_up_chase_at timestamptz;
