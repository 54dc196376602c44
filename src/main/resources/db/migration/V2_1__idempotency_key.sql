-- First answers, so that a repeated POST gets them again. Written in the command's own transaction, kept 30 days.
create table idempotency_key (
    -- SHA-256 of account, method, path and key: of one length, whatever callers send.
    digest       bytea       primary key check (length(digest) = 32),
    account      text        not null,
    method       text        not null,
    path         text        not null,
    key          text        not null check (length(key) between 1 and 255),
    request_hash bytea       not null check (length(request_hash) = 32),
    status       integer     not null check (status between 200 and 299 or status between 400 and 499),
    content_type text,
    location     text,
    etag         text,
    body         bytea       not null,
    created_at   timestamptz not null
);
create index idempotency_key_created_at on idempotency_key (created_at);
