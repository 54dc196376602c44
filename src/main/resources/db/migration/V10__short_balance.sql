-- The supplier may accept the balance as short as it is (BAL-03).
alter table trade_order add column short_balance_asked boolean not null default false;
