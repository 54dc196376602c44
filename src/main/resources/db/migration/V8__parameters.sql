-- Points that a closed order gives back are entries below zero (PRM-21).
alter table points_entry drop constraint points_entry_points_check;
