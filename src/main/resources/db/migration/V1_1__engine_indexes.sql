-- The job executor asks for due jobs every few seconds and for the locked jobs of the same order: the engine ships no index for that.
create index act_idx_job_duedate on act_ru_job (duedate_);

create index act_idx_job_locked_instance on act_ru_job (process_instance_id_)
    where exclusive_ and lock_owner_ is not null;

create index act_idx_job_locked_hierarchy on act_ru_job (root_proc_inst_id_)
    where exclusive_ and lock_owner_ is not null;

-- History of tenants is never written or asked for, yet each row would pay for these.
drop index act_idx_hi_pro_inst_tenant_id;
drop index act_idx_hi_pro_rst_pro_inst_id;
drop index act_idx_hi_act_inst_tenant_id;
drop index act_idx_hi_task_inst_tenant_id;
drop index act_idx_hi_incident_tenant_id;

-- Covered by another index of the same table, or asked for by no page that we use.
drop index act_idx_hi_act_inst_start_end;
drop index act_idx_hi_act_inst_proc_def_key;
drop index act_idx_hi_act_inst_comp;
drop index act_idx_hi_ai_pdefid_end_time;
drop index act_idx_hi_taskinstid_procinst;
drop index act_idx_hi_task_inst_start;
drop index act_idx_hi_task_inst_proc_def_key;
drop index act_idx_hi_op_log_op_type;
drop index act_idx_hi_op_log_entity_type;
