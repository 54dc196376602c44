-- A reference that comes with another body is kept beside the first: as a correction, or in doubt until the export desk has looked.
alter table customs_clearance
    add column clearance_id text,
    add column doubtful     boolean not null default false;
update customs_clearance set clearance_id = reference;
alter table customs_clearance
    drop constraint customs_clearance_pkey,
    alter column clearance_id set not null,
    add primary key (clearance_id),
    add unique (reference, export_order_no, cleared_on);
