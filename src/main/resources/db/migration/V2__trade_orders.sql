-- The business tables. Money is numeric(19,2) in US dollars, instants are timestamptz (UTC), dates are those of Asia/Shanghai.
-- Invariants stand here a second time: the record that the application builds and the row that it stores must both obey them.

create table supplier (
    supplier_id       text           primary key,
    name              text           not null,
    region            text           not null check (region in ('CN', 'HK', 'TW')),
    assurance_active  boolean        not null,
    standing          text           not null default 'ACTIVE' check (standing in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    quota_limit       numeric(19, 2) not null check (quota_limit >= 0),
    quota_frozen      numeric(19, 2) not null default 0,
    activated_at      timestamptz    not null,
    last_effective_at timestamptz,
    constraint supplier_quota_not_overcommitted check (quota_frozen between 0 and quota_limit)
);

-- Each pair of buyer and supplier has its own account (PAY-03).
create sequence pair_account_number start 1000000001;
create table pair_account (
    account     text primary key default 'CITI-' || nextval('pair_account_number'),
    supplier_id text not null references supplier,
    buyer_email text not null,
    unique (supplier_id, buyer_email)
);

-- 14 digits, ascending with creation, with gaps so that nobody guesses a neighbour.
create sequence order_number start 70000000000001 increment 9973 maxvalue 99999999999999;
create table trade_order (
    order_no                   text           primary key check (order_no ~ '^\d{14}$'),
    origin                     text           not null check (origin in ('SUPPLIER_DRAFT', 'BUYER_ORDER', 'INQUIRY')),
    supplier_id                text           not null references supplier,
    buyer_email                text           not null check (buyer_email = lower(buyer_email)),
    buyer_country              text,
    buyer_account_type         text,
    buyer_name                 text,
    acknowledged_agreement     boolean        not null,
    acknowledged_export        boolean        not null,
    created_at                 timestamptz    not null,

    status                     text           not null,
    submitted_at               timestamptz,
    frozen_at                  timestamptz,
    effective_at               timestamptz,
    completed_at               timestamptz,
    auto_completed             boolean        not null default false,
    closed_reason              text,
    closed_at                  timestamptz,
    closed_step                text,

    contract_version           integer        not null check (contract_version > 0),
    proposed_version           integer,
    supplier_confirmed_version integer,
    supplier_confirmed_at      timestamptz,
    buyer_confirmed_version    integer,
    buyer_confirmed_at         timestamptz,
    cancellation_requested_at  timestamptz,
    cancellation_reason        text,

    total                      numeric(19, 2) not null,
    deposit                    numeric(19, 2) not null,
    coverage_amount            numeric(19, 2) not null default 0 check (coverage_amount >= 0),
    coverage_state             text           not null default 'NONE' check (coverage_state in ('NONE', 'FROZEN', 'RELEASED')),

    deposit_received           numeric(19, 2) not null default 0 check (deposit_received >= 0),
    balance_received           numeric(19, 2) not null default 0 check (balance_received >= 0),
    refund_due                 numeric(19, 2) not null default 0 check (refund_due >= 0),
    deposit_accepted_at        timestamptz,
    balance_settled_at         timestamptz,

    agreed_ship_date           date,
    actual_ship_date           date,
    on_time                    boolean,
    shipment_declared_at       timestamptz,
    export_check               text           not null default 'NOT_ASKED',
    export_order_pending       boolean        not null default false,

    payment_due_at             timestamptz,
    balance_chase_at           timestamptz,
    auto_complete_at           timestamptz,
    coverage_ends_at           timestamptz,
    feedback_due_at            timestamptz,
    reply_due_at               timestamptz,

    constraint trade_order_status_known check (status in ('NEGOTIATING', 'DRAFT', 'AWAITING_SUPPLIER_CONFIRM', 'AWAITING_BUYER_CONFIRM',
        'AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_CONFIRM', 'AWAITING_DEPOSIT_TOPUP', 'AWAITING_SHIPMENT', 'SHIPPED_AWAITING_BALANCE',
        'AWAITING_RECEIPT', 'COMPLETED', 'CLOSED')),
    constraint trade_order_amounts_add_up check (status in ('NEGOTIATING', 'DRAFT', 'CLOSED') or (total > 0 and deposit > 0 and deposit <= total)),
    constraint trade_order_money_within_total check (status in ('DRAFT', 'NEGOTIATING') or deposit_received + balance_received <= total),
    constraint trade_order_closed_with_reason check ((status = 'CLOSED') = (closed_reason is not null and closed_at is not null)),
    constraint trade_order_closed_holds_no_quota check (status <> 'CLOSED' or coverage_state <> 'FROZEN'),
    constraint trade_order_shipped_has_date check ((actual_ship_date is null) = (on_time is null)),
    constraint trade_order_window_open check (status <> 'AWAITING_DEPOSIT' or payment_due_at is not null)
);
create index trade_order_by_supplier on trade_order (supplier_id, order_no desc);
create index trade_order_by_buyer on trade_order (buyer_email, order_no desc);
create index trade_order_by_status on trade_order (status, order_no desc);

-- Every version of every contract, never changed (NEG-08).
create table contract_version (
    order_no   text        not null references trade_order,
    version    integer     not null check (version > 0),
    content    jsonb       not null,
    author     text        not null,
    party      text        check (party in ('BUYER', 'SUPPLIER')),
    created_at timestamptz not null,
    primary key (order_no, version)
);

-- The public trade record is asked for by product (FBK-04).
create index contract_version_by_product on contract_version using gin (jsonb_path_query_array(content, '$.lines[*].productId'));

-- What happened to an order, who did it and when (UI-01).
create table operation_record (
    id               bigint      generated always as identity primary key,
    order_no         text        not null references trade_order,
    at               timestamptz not null,
    actor            text        not null,
    action           text        not null,
    detail           text,
    contract_version integer     not null
);
create index operation_record_by_order on operation_record (order_no, id);

-- The quota ledger: append-only; an operation key books once (QTA-10).
create table quota_entry (
    id               bigint         generated always as identity primary key,
    operation_key    text           not null unique,
    supplier_id      text           not null references supplier,
    order_no         text           not null references trade_order,
    kind             text           not null check (kind in ('FREEZE', 'RELEASE')),
    amount           numeric(19, 2) not null check (amount > 0),
    frozen_after     numeric(19, 2) not null check (frozen_after >= 0),
    contract_version integer        not null,
    reason           text           not null,
    actor            text           not null,
    at               timestamptz    not null
);
create index quota_entry_by_supplier on quota_entry (supplier_id, id desc);
create index quota_entry_by_order on quota_entry (order_no);

-- The remittance inbox: every notification of money, kept for good; a cent is in exactly one place.
create table remittance (
    remittance_id      text           primary key,
    inbox_no           bigint         generated always as identity unique,
    bank_reference     text           not null,
    body_hash          text           not null,
    account            text,
    stated_order_no    text,
    order_no           text           references trade_order,
    amount             numeric(19, 2) not null check (amount > 0),
    currency           text           not null,
    method             text           not null,
    received_at        timestamptz,
    remittance_info    text,
    notified_by        text           not null,
    notified_at        timestamptz    not null,
    state              text           not null check (state in ('APPLIED', 'PENDING', 'SUSPENSE', 'PARKED', 'RETURNED')),
    reason             text,
    posted_at          timestamptz,
    leg                text           check (leg in ('DEPOSIT', 'BALANCE')),
    applied_to_deposit numeric(19, 2) not null default 0 check (applied_to_deposit >= 0),
    applied_to_balance numeric(19, 2) not null default 0 check (applied_to_balance >= 0),
    refund_due         numeric(19, 2) not null default 0 check (refund_due >= 0),
    unique (bank_reference, body_hash),
    constraint remittance_applied_in_full check (case when state = 'APPLIED' then applied_to_deposit + applied_to_balance + refund_due = amount
        else applied_to_deposit + applied_to_balance + refund_due = 0 end),
    constraint remittance_applied_to_an_order check (state not in ('APPLIED', 'PENDING') or order_no is not null),
    constraint remittance_applied_to_a_leg check (state <> 'APPLIED' or (posted_at is not null and leg is not null)),
    constraint remittance_counted_in_dollars check (state not in ('APPLIED', 'PENDING') or currency = 'USD')
);
create index remittance_by_order on remittance (order_no) where order_no is not null;

create sequence export_order_number;
create table export_order (
    export_order_no text        primary key,
    order_no        text        references trade_order,
    port            text,
    destination     text,
    status          text        not null,
    cleared_on      date,
    created_at      timestamptz not null
);
create index export_order_by_order on export_order (order_no) where order_no is not null;

-- Notifications of the export service; a reference counts once, a later one may correct the date.
create table customs_clearance (
    reference       text        primary key,
    export_order_no text        not null,
    cleared_on      date        not null,
    notified_at     timestamptz not null
);
create index customs_clearance_by_export_order on customs_clearance (export_order_no);

create table feedback (
    order_no   text        primary key references trade_order,
    text       text        not null,
    rating     integer     check (rating between 1 and 5),
    at         timestamptz not null,
    displayed  boolean     not null,
    reply      text,
    replied_at timestamptz,
    check ((reply is null) = (replied_at is null))
);

-- Points of suppliers; a source books once (PNT-02).
create table points_entry (
    source_key  text        primary key,
    supplier_id text        not null references supplier,
    points      integer     not null check (points >= 0),
    at          timestamptz not null
);
create index points_entry_by_supplier on points_entry (supplier_id);

-- Effects on the outside world, written with their cause and sent afterwards.
create table outbox_mail (
    id         bigint      generated always as identity primary key,
    order_no   text        not null references trade_order,
    recipient  text        not null,
    template   text        not null,
    created_at timestamptz not null,
    sent_at    timestamptz,
    attempts   integer     not null default 0
);
create index outbox_mail_unsent on outbox_mail (id) where sent_at is null;
create index outbox_mail_by_order on outbox_mail (order_no);

-- Invariants: each view returns no row when all is well.
create view inv_quota_frozen_is_sum_of_ledger as
    select s.supplier_id, s.quota_frozen, coalesce(sum(case e.kind when 'FREEZE' then e.amount else -e.amount end), 0) as ledger
      from supplier s left join quota_entry e using (supplier_id)
     group by s.supplier_id, s.quota_frozen
    having s.quota_frozen <> coalesce(sum(case e.kind when 'FREEZE' then e.amount else -e.amount end), 0);

create view inv_order_coverage_is_sum_of_ledger as
    select o.order_no, o.coverage_state, o.coverage_amount, coalesce(sum(case e.kind when 'FREEZE' then e.amount else -e.amount end), 0) as ledger
      from trade_order o left join quota_entry e using (order_no)
     group by o.order_no, o.coverage_state, o.coverage_amount
    having case o.coverage_state when 'FROZEN' then o.coverage_amount else 0 end
           <> coalesce(sum(case e.kind when 'FREEZE' then e.amount else -e.amount end), 0);

create view inv_order_money_is_sum_of_remittances as
    select o.order_no, o.deposit_received, o.balance_received
      from trade_order o left join remittance r using (order_no)
     group by o.order_no, o.deposit_received, o.balance_received
    having o.deposit_received <> coalesce(sum(r.applied_to_deposit), 0)
        or o.balance_received <> coalesce(sum(r.applied_to_balance), 0);

create view inv_closed_order_has_no_pending_money as
    select o.order_no, r.remittance_id
      from trade_order o join remittance r using (order_no)
     where o.status = 'CLOSED' and r.state = 'PENDING';
