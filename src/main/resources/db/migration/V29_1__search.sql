-- How words are compared: full-width forms, composed characters and case are one with the plain ones, blanks and signs that nobody sees
-- don't count.
create function search_text(written text) returns text language sql immutable strict parallel safe
    return lower(regexp_replace(normalize(written, nfkc), '[\s[:cntrl:]]', '', 'g'));

-- What the index knows of a text: each sign that is a word by itself, such as a Chinese character; pairs of neighbours; of digits each four in
-- a row and, with the sign before them, the first three. Whatever has a text as its part has all its grams. No extension and no locale has a say.
create function search_grams(compared text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    signs  text[]  := string_to_array(compared, null);
    grams  text[]  := '{}';
    code   integer;
    digits integer := 0;
begin
    for i in 1 .. cardinality(signs) loop
        code := ascii(signs[i]);
        digits := case when code between 48 and 57 then digits + 1 else 0 end;
        if code >= 11904 then -- U+2E80, where the scripts of East Asia begin
            grams := grams || signs[i];
        end if;
        if digits > 3 then
            grams := grams || (signs[i - 3] || signs[i - 2] || signs[i - 1] || signs[i]);
        elsif i > digits and i > 1 then
            grams := grams || array_to_string(signs[i - greatest(digits, 1) : i], '');
        end if;
    end loop;
    return grams;
end $$;

-- By what orders, money and suppliers are found: the values of each field of each thing, every one of them between two line ends.
create table search_word (
    key      text not null,
    field    text not null check (field in ('orderNo', 'externalReference', 'buyer', 'email', 'supplier', 'product', 'exportOrder', 'clearance',
                                            'bankReference', 'remittance', 'statedOrder', 'refund', 'complaint', 'field')),
    order_no text,
    party    text check (party in ('BUYER', 'SUPPLIER', 'BOTH')),
    compared text not null,
    primary key (key, field)
);
comment on column search_word.key is 'the number of the thing, which is the business key of its process if it has one';
comment on column search_word.party is 'which party of the order may find it by this; null: only staff and the platform';

-- All that anything is found by; the one place that says so.
create view search_source (key, field, order_no, party, written) as
    select order_no, 'orderNo', order_no, 'BOTH', array[order_no] from trade_order
    union all select order_no, 'externalReference', order_no, null, array[external_reference] from trade_order
    union all select order_no, 'buyer', order_no, 'BOTH', array[buyer_name] from trade_order
    union all select order_no, 'email', order_no, 'BOTH', array[buyer_email] from trade_order
    union all select o.order_no, 'product', o.order_no, 'BOTH',
                     array(select value #>> '{}' from jsonb_path_query(c.content, '$.lines[*].keyvalue() ? (@.key == "product" || @.key == "productId").value') value)
                from trade_order o join contract_version c on c.order_no = o.order_no and c.version = o.contract_version
    union all select export_order_no, 'exportOrder', order_no, 'BOTH', array[export_order_no] from export_order
    union all select clearance_id, 'clearance', null, null, array[reference, export_order_no] from customs_clearance
    union all select remittance_id, 'bankReference', order_no, 'BOTH', array[bank_reference] from remittance
    union all select remittance_id, 'remittance', order_no, null, array[remittance_info, remittance_id] from remittance
    union all select remittance_id, 'statedOrder', order_no, null, array[stated_order_no] from remittance where stated_order_no is distinct from order_no
    union all select refund_no, 'refund', order_no, 'BOTH', array[refund_no] from refund
    union all select complaint_id, 'complaint', order_no, case when buyer_email is not null then 'BUYER' end, array[complaint_id] from complaint
    union all select 'field-' || field_id, 'field', order_no, side, array[shown] from order_field where order_no is not null
    union all select supplier_id, 'supplier', null, null, array[name, supplier_id] from supplier;

-- The same as words are compared.
create view search_compared (key, field, order_no, party, compared) as
    select s.key, s.field, s.order_no, s.party, e'\n' || w.compared || e'\n'
      from search_source s
     cross join lateral (select string_agg(distinct search_text(value), e'\n') as compared from unnest(s.written) value where search_text(value) <> '') w
     where w.compared is not null;

insert into search_word select * from search_compared;
set local maintenance_work_mem = '256MB';
create index search_word_by_gram on search_word using gin (search_grams(compared)) with (gin_pending_list_limit = 256);
create index search_word_by_order on search_word (order_no desc nulls last);

-- After a change of the thing whose key stands in the named column; what is found as before is not written again.
create function search_anew() returns trigger language plpgsql as $$
declare
    of_key text := to_jsonb(new) ->> tg_argv[0];
begin
    insert into search_word as w select * from search_compared where key = of_key
        on conflict (key, field) do update set order_no = excluded.order_no, party = excluded.party, compared = excluded.compared
     where (w.order_no, w.party, w.compared) is distinct from (excluded.order_no, excluded.party, excluded.compared);
    if tg_op = 'UPDATE' then
        delete from search_word w where w.key = of_key
           and not exists (select from search_compared c where c.key = of_key and c.field = w.field);
    end if;
    return null;
end $$;

-- An order is stored with its contract, which comes last.
create trigger contract_version_found after insert on contract_version for each row execute function search_anew('order_no');
create trigger trade_order_found after update on trade_order for each row
    when ((old.buyer_name, old.contract_version) is distinct from (new.buyer_name, new.contract_version)) execute function search_anew('order_no');
create trigger export_order_found after insert or update of order_no on export_order for each row execute function search_anew('export_order_no');
create trigger customs_clearance_found after insert on customs_clearance for each row execute function search_anew('clearance_id');
create trigger remittance_added_found after insert on remittance for each row execute function search_anew('remittance_id');
create trigger remittance_found after update on remittance for each row
    when (old.order_no is distinct from new.order_no) execute function search_anew('remittance_id');
create trigger refund_found after insert on refund for each row execute function search_anew('refund_no');
create trigger complaint_found after insert on complaint for each row execute function search_anew('complaint_id');
create trigger supplier_added_found after insert on supplier for each row execute function search_anew('supplier_id');
create trigger supplier_found after update on supplier for each row
    when (old.name is distinct from new.name) execute function search_anew('supplier_id');
create function search_field() returns trigger language plpgsql as $$
begin
    insert into search_word select * from search_compared where key = 'field-' || new.field_id;
    return null;
end $$;
create trigger order_field_found after insert on order_field for each row execute function search_field();

-- The words that contain a text as search_text leaves it, with how: 0 as a whole value, 1 at its beginning, 2 within. All of them if they are
-- few; of many, the newest of each kind. Up to three digits find whole values, and one sign that is no word finds beginnings.
-- Who is one of the parties is answered the newest of the own orders; whether a single word may be seen is up to the caller.
create function search_find(asked text, of_supplier text, of_buyer text)
    returns table (key text, field text, order_no text, party text, rank integer) language plpgsql stable
    set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
    few      constant integer := 2000;
    newest   constant integer := 400;
    whole    constant text    := e'\n' || asked || e'\n';
    start    constant text    := e'\n' || asked;
    literals text[] := case when asked ~ '^[0-9]{1,3}$' then array[whole]
                            when search_grams(asked) = '{}' then array[start, whole] else array[asked, start, whole] end;
    literal  text;
    hits     integer;
begin
    if asked = '' then
        return;
    end if;
    foreach literal in array literals loop
        return query
            select w.key, w.field, w.order_no, w.party, case when strpos(w.compared, whole) > 0 then 0 when strpos(w.compared, start) > 0 then 1 else 2 end
              from search_word w
             where search_grams(w.compared) @> search_grams(literal) and strpos(w.compared, literal) > 0
             limit few;
        get diagnostics hits = row_count;
        exit when hits < few;
        return query
            select w.key, w.field, w.order_no, w.party, case when strpos(w.compared, whole) > 0 then 0 when strpos(w.compared, start) > 0 then 1 else 2 end
              from (
                (select * from search_word c
                  where of_supplier is null and of_buyer is null and strpos(c.compared, literal) > 0 and c.order_no is not null
                  order by c.order_no desc nulls last limit newest)
                 union all
                (select c.* from trade_order o
                  cross join lateral (select * from search_word d where d.order_no = o.order_no and strpos(d.compared, literal) > 0) c
                  where o.supplier_id = of_supplier or o.buyer_email = of_buyer
                  order by o.order_no desc limit newest)
                 union all
                (select * from search_word c where c.order_no is null and strpos(c.compared, literal) > 0 limit newest)) w;
    end loop;
end $$;
