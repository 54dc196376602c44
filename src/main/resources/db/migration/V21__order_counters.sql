-- How many orders wait where, for all and for each party (UI-03), without counting them: each change of an order adds what it changes, which
-- is summed up now and then. Nobody waits for a row of another, and a sum is exact in every transaction.
create table order_counter (
    scope               text    not null,
    all_new_orders      integer not null,
    wait_confirm        integer not null,
    dispute_frozen      integer not null,
    awaiting_payment    integer not null,
    receipting_shipment integer not null,
    pending_shipment    integer not null
);

create index order_counter_by_scope on order_counter (scope);

-- Where an order counts, once for everybody and once for each of its parties.
create function counted(o trade_order, times integer) returns setof order_counter language sql immutable as $$
    select scope,
           times * (o.status in ('NEGOTIATING', 'DRAFT'))::integer,
           times * (o.status in ('AWAITING_SUPPLIER_CONFIRM', 'AWAITING_BUYER_CONFIRM'))::integer,
           times * (o.frozen_at is not null)::integer,
           times * (o.status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_TOPUP', 'SHIPPED_AWAITING_BALANCE'))::integer,
           times * (o.status = 'AWAITING_RECEIPT')::integer,
           times * (o.status = 'AWAITING_SHIPMENT')::integer
      from (values ('all'), ('supplier ' || o.supplier_id), ('buyer ' || o.buyer_email)) scopes (scope);
$$;

create view order_counter_sum as
    select scope,
           sum(all_new_orders) as all_new_orders,
           sum(wait_confirm) as wait_confirm,
           sum(dispute_frozen) as dispute_frozen,
           sum(awaiting_payment) as awaiting_payment,
           sum(receipting_shipment) as receipting_shipment,
           sum(pending_shipment) as pending_shipment
      from order_counter
     group by scope;

create function count_order_change() returns trigger language plpgsql as $$
begin
    insert into order_counter
    select scope, sum(all_new_orders), sum(wait_confirm), sum(dispute_frozen), sum(awaiting_payment),
           sum(receipting_shipment), sum(pending_shipment)
      from (select * from counted(old, -1) union all select * from counted(new, 1)) changes
     group by scope;
    return null;
end $$;

create function count_orders_added() returns trigger language plpgsql as $$
begin
    insert into order_counter
    select scope, sum(all_new_orders), sum(wait_confirm), sum(dispute_frozen), sum(awaiting_payment),
           sum(receipting_shipment), sum(pending_shipment)
      from added o cross join lateral counted(o, 1)
     group by scope;
    return null;
end $$;

create function count_orders_removed() returns trigger language plpgsql as $$
begin
    insert into order_counter
    select scope, sum(all_new_orders), sum(wait_confirm), sum(dispute_frozen), sum(awaiting_payment),
           sum(receipting_shipment), sum(pending_shipment)
      from removed o cross join lateral counted(o, -1)
     group by scope;
    return null;
end $$;

create function count_no_orders() returns trigger language plpgsql as $$
begin
    delete from order_counter;
    return null;
end $$;

create trigger trade_order_counted after update on trade_order for each row
    when ((old.status, old.frozen_at is null, old.supplier_id, old.buyer_email)
          is distinct from (new.status, new.frozen_at is null, new.supplier_id, new.buyer_email))
    execute function count_order_change();
create trigger trade_order_added after insert on trade_order referencing new table as added for each statement
    execute function count_orders_added();
create trigger trade_order_removed after delete on trade_order referencing old table as removed for each statement
    execute function count_orders_removed();
create trigger trade_order_emptied after truncate on trade_order for each statement
    execute function count_no_orders();

insert into order_counter
select scope, sum(all_new_orders), sum(wait_confirm), sum(dispute_frozen), sum(awaiting_payment),
       sum(receipting_shipment), sum(pending_shipment)
  from trade_order o cross join lateral counted(o, 1)
 group by scope;

-- The sums are what a count says.
create view inv_order_counter_is_the_count as
    select scope from (
        select * from order_counter
        union all
        select c.* from trade_order o cross join lateral counted(o, -1) c
         where o.status not in ('COMPLETED', 'CLOSED') or o.frozen_at is not null) both_sides
     group by scope
    having (sum(all_new_orders), sum(wait_confirm), sum(dispute_frozen), sum(awaiting_payment),
            sum(receipting_shipment), sum(pending_shipment)) <> (0, 0, 0, 0, 0, 0);

-- They counted for the counters alone.
drop index trade_order_open;
