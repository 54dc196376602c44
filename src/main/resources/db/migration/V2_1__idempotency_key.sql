-- First answers, so that a repeated POST gets them again. Written in the command's own transaction, kept 30 days.
create table idempotency_key (
    -- SHA-256 of account, method, path and key: of one length, whatever callers send.
    digest       text        primary key check (digest ~ '^[0-9a-f]{64}$'),
    account      text        not null,
    method       text        not null,
    path         text        not null,
    key          text        not null check (length(key) between 1 and 255),
    request_hash text        not null check (request_hash ~ '^[0-9a-f]{64}$'),
    status       integer     not null check (status between 200 and 299 or status between 400 and 499),
    content_type text,
    location     text,
    etag         text,
    body         text        not null,
    created_at   timestamptz not null
);
create index idempotency_key_created_at on idempotency_key (created_at);
