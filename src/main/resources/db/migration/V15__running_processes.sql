-- What an order's process was to be told while somebody had suspended it: told as soon as it listens again.
create table untold_message (
    order_no text not null references trade_order,
    message  text not null,
    primary key (order_no, message)
);

-- Money that waits for its order is little beside all that was ever received.
create index remittance_pending on remittance (order_no) where state = 'PENDING';

-- The process that an order of a status waits in.
create view order_phase (status, phase) as values
    ('DRAFT', 'draft-order'),
    ('NEGOTIATING', 'confirm-order'),
    ('AWAITING_SUPPLIER_CONFIRM', 'confirm-order'),
    ('AWAITING_BUYER_CONFIRM', 'confirm-order'),
    ('AWAITING_DEPOSIT', 'collect-deposit'),
    ('AWAITING_DEPOSIT_CONFIRM', 'collect-deposit'),
    ('AWAITING_DEPOSIT_TOPUP', 'collect-deposit'),
    ('AWAITING_SHIPMENT', 'ship-order'),
    ('SHIPPED_AWAITING_BALANCE', 'collect-balance'),
    ('AWAITING_RECEIPT', 'receive-order'),
    ('COMPLETED', 'trade-order');

-- Orders whose process is gone, stands still, or waits where another status would. A step that analysts put between two phases is no
-- fault: there the parent waits at a task, a job or a process of its own. A completed order needs its process while it holds quota.
create view order_process_fault as
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
     where (o.status <> 'COMPLETED' or o.coverage_state = 'FROZEN' or o.frozen_at is not null)
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

create view inv_open_order_has_its_process as select * from order_process_fault;
