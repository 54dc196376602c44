-- Contracts that a party keeps to start further orders from (NEG-08). A version of a contract never changes, so a template only names it.
create table order_template (
    template_id      bigint      generated always as identity (start with 1001) primary key,
    supplier_id      text        references supplier,
    buyer_email      text,
    name             text        not null,
    order_no         text        not null,
    contract_version integer     not null,
    created_at       timestamptz not null,
    foreign key (order_no, contract_version) references contract_version,
    constraint order_template_of_one_party check (supplier_id is null or buyer_email is null)
);
create index order_template_by_supplier on order_template (supplier_id, template_id desc) where supplier_id is not null;
create index order_template_by_buyer on order_template (buyer_email, template_id desc) where buyer_email is not null;
