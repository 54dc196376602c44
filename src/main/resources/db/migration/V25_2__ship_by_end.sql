-- When the agreed ship-by date is over, fixed with the date (PRM-11): timers, reminders, the judgement and pages read it here.
-- What was agreed before counts as inclusive, as the rules say where no analyst has said otherwise.
alter table trade_order add column ship_by_ends_at timestamptz;
update trade_order set ship_by_ends_at = (agreed_ship_date + 1)::timestamp at time zone 'Asia/Shanghai' where agreed_ship_date is not null;
alter table trade_order add constraint trade_order_ship_date_ends check ((agreed_ship_date is null) = (ship_by_ends_at is null));
