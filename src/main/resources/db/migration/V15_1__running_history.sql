-- Before history is removed, that of what still runs is put off: few run as long.
create index act_idx_hi_pro_inst_running on act_hi_procinst (removal_time_) where end_time_ is null;
