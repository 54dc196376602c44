-- As before, and: a completed order that holds no quota may lack its process, but one that still waits for feedback hears nothing while it stands still.
create or replace view order_process_fault as
    with running (order_no, processes, suspended) as (
        select e.business_key_, array_agg(d.key_), bool_or(e.suspension_state_ = 2)
          from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
         where e.business_key_ is not null
         group by e.business_key_)
    select o.order_no, o.status,
           case when r.order_no is null or not 'trade-order' = any (r.processes) then 'MISSING'
                when r.suspended then 'SUSPENDED' else 'ELSEWHERE' end as fault
      from trade_order o
      join order_phase p using (status)
      left join running r on r.order_no = o.order_no
     where (o.status <> 'COMPLETED' or o.coverage_state = 'FROZEN' or o.frozen_at is not null or r.suspended)
       and (r.order_no is null or r.suspended or not 'trade-order' = any (r.processes)
            or (o.frozen_at is not null and not 'handle-dispute' = any (r.processes))
            or (not p.phase::varchar = any (r.processes)
                and (exists (select from order_phase other where other.phase <> 'trade-order' and other.phase::varchar = any (r.processes))
                     or (r.processes <@ array['trade-order', 'handle-dispute']::varchar[]
                         and not exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                                          where e.business_key_ = o.order_no and t.task_def_key_ <> 'userTask_confirmModification'
                                            and t.task_def_key_ <> 'userTask_decideDispute')
                         and not exists (select from act_ru_execution e join act_ru_job j on j.process_instance_id_ = e.id_
                                          where e.business_key_ = o.order_no)))));
