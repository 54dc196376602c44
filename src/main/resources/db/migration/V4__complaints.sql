-- Complaints about suppliers and what follows for their standing (VIO).

alter table supplier add column reinstated_at timestamptz;

create sequence complaint_number start 1001;
create table complaint (
    complaint_id text        primary key default 'C-' || nextval('complaint_number'),
    supplier_id  text        not null references supplier,
    order_no     text        references trade_order,
    kind         text        not null check (kind in ('UNREASONABLE_REFUSAL', 'OFF_PATH_PAYMENT', 'CONTRACT_BREACH')),
    text         text        not null,
    filed_by     text        not null,
    buyer_email  text,
    filed_at     timestamptz not null,
    state        text        not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
    reason       text,
    decided_by   text,
    decided_at   timestamptz,
    counted      boolean     not null default false,
    constraint complaint_decided_with_reason check ((state = 'OPEN') = (decided_at is null)
        and (decided_at is null) = (reason is null) and (decided_at is null) = (decided_by is null)),
    constraint complaint_counted_when_upheld check (state = 'UPHELD' or not counted)
);
create index complaint_by_supplier on complaint (supplier_id, kind) where state = 'UPHELD';

-- Every change of a standing with its reason, never changed.
create table standing_change (
    id          bigint      generated always as identity primary key,
    supplier_id text        not null references supplier,
    standing    text        not null check (standing in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    at          timestamptz not null,
    actor       text        not null,
    reason      text        not null
);
create index standing_change_by_supplier on standing_change (supplier_id, id desc);

create view inv_standing_is_last_change as
    select s.supplier_id, s.standing, last.standing as last_change
      from supplier s
      left join lateral (select c.standing from standing_change c where c.supplier_id = s.supplier_id order by c.id desc limit 1) last on true
     where s.standing <> coalesce(last.standing, 'ACTIVE');
