-- What people filled in goes with the history of the process that it was filled in for, and of its order, in the clean-up that removes the decisions too.
-- What belongs to no order goes with the process of its own key. The trigger of the decisions calls this.
create index order_field_by_key on order_field (business_key);

create or replace function remove_decisions_taken() returns trigger language plpgsql as $$
declare
    gone text[];
begin
    select coalesce(array_agg(distinct r.business_key_), '{}') into gone
      from removed r
     where r.super_process_instance_id_ is null and r.business_key_ is not null
       and not exists (select 1 from act_hi_procinst h where h.business_key_ = r.business_key_);
    delete from decision_taken where order_no = any (gone);
    delete from order_field f
     where f.order_no = any (gone)
        or (f.business_key = any (gone) and not exists (select 1 from act_hi_procinst h where h.business_key_ = f.order_no));
    return null;
end $$;
