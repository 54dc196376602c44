-- Orders are looked for by a part of a product's name. The extension comes with PostgreSQL, and whoever owns the database may create it.
create extension if not exists pg_trgm;

create function product_names(content jsonb) returns text language sql immutable parallel safe
    return (select string_agg(name #>> '{}', e'\n') from jsonb_path_query(content, '$.lines[*].product') name);

alter table contract_version add column product_names text generated always as (product_names(content)) stored;
create index contract_version_by_product_name on contract_version using gin (product_names gin_trgm_ops);

-- The counters are about open orders, which are few beside all that are completed or closed.
create index trade_order_open on trade_order (status, frozen_at) where status not in ('COMPLETED', 'CLOSED');

-- Nobody asks for the notifications of an export order.
drop index customs_clearance_by_export_order;
