-- What decision tables said about orders: which row of which deployment, what it was given and what it answered. Nothing of it is changed later.
create table decision_taken (
    id         bigint      generated always as identity primary key,
    order_no   text        not null references trade_order,
    at         timestamptz not null,
    "table"    text        not null,
    deployment text        not null,
    "row"      text        not null,
    inputs     jsonb       not null,
    outputs    jsonb       not null
);
create index decision_taken_by_order on decision_taken (order_no, id);

-- They go with the history of the order's process, in the same clean-up; an order whose process was started again has several.
create function remove_decisions_taken() returns trigger language plpgsql as $$
begin
    delete from decision_taken d
     using removed r
     where d.order_no = r.business_key_ and r.super_process_instance_id_ is null
       and not exists (select 1 from act_hi_procinst h where h.business_key_ = r.business_key_);
    return null;
end $$;
create trigger decisions_taken_removed after delete on act_hi_procinst referencing old table as removed for each statement
    execute function remove_decisions_taken();
