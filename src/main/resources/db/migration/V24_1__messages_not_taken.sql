-- An order's process whose model is at fault takes no message either: kept from then on, told again from time to time.
alter table untold_message add column failed_at timestamptz;
