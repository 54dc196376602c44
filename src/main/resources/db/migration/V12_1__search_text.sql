-- A product's name as search compares it: full-width forms and composed characters are one with the plain ones, blanks don't count.
drop index contract_version_by_product_name;
alter table contract_version drop column product_names;

create or replace function product_names(content jsonb) returns text language sql immutable parallel safe
    return (select string_agg(regexp_replace(normalize(name #>> '{}', nfkc), '\s', '', 'g'), e'\n')
              from jsonb_path_query(content, '$.lines[*].product') name);

alter table contract_version add column product_names text generated always as (product_names(content)) stored;
create index contract_version_by_product_name on contract_version using gin (product_names gin_trgm_ops);
