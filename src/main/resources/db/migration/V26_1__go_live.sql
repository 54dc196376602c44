-- When models and tables went live, by the application's clock: the engine's own time of a deployment only says which one is the newest.
create table go_live (
    deployment_id text        primary key,
    live_at       timestamptz not null
);
insert into go_live (deployment_id, live_at) select id_, deploy_time_ from act_re_deployment;

-- Orders are looked for by the transport of their contract.
create index contract_version_by_transport on contract_version ((content #>> '{shipping,transport}'), order_no desc);
