-- Points that a closed order gives back are entries below zero (PRM-21).
alter table points_entry drop constraint points_entry_points_check;

-- Goods that the supplier exports itself are cleared by its evidence, such as the number of its customs declaration (EXP-01, AMB-09).
alter table export_order
    add column self_export boolean not null default false,
    add column evidence    text,
    add constraint export_order_cleared_with_evidence check (not self_export or (cleared_on is null) = (evidence is null));
