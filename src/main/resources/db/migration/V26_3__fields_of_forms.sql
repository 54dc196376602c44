-- What people filled into forms beyond what the code of the step keeps itself. A process that belongs to no order, or to none yet, keeps it under its key.
create table order_field (
    field_id     bigint      generated always as identity primary key,
    order_no     text        references trade_order,
    business_key text        not null,
    task         text        not null,
    task_name    text        not null,
    side         text        check (side in ('BUYER', 'SUPPLIER')),
    field        text        not null,
    label        text        not null,
    value        text        not null,
    shown        text        not null,
    actor        text        not null,
    at           timestamptz not null,
    compared     text        generated always as (regexp_replace(normalize(shown, nfkc), '\s', '', 'g')) stored
);
create index order_field_by_order on order_field (order_no, field_id);
create index order_field_by_text on order_field using gin (compared gin_trgm_ops);

-- The order that something with a key of its own is about.
create view order_of_key (business_key, order_no) as
    select order_no, order_no from trade_order
    union all select refund_no, order_no from refund where order_no is not null
    union all select complaint_id, order_no from complaint where order_no is not null
    union all select remittance_id, order_no from remittance where order_no is not null;

-- What the processes of an order wait for: ids of user tasks and names of messages.
create view order_wait (order_no, name) as
    select e.business_key_, t.task_def_key_
      from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
    union all
    select e.business_key_, s.event_name_
      from act_ru_execution e
      join act_ru_execution w on w.proc_inst_id_ = e.id_
      join act_ru_event_subscr s on s.execution_id_ = w.id_
     where s.event_type_ = 'message';
