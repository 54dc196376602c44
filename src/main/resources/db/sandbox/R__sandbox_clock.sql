-- Where the sandbox's clock was left: standing at an instant, or running ahead of the system's clock (behind it if negative).
create table if not exists sandbox_clock (
    only_row    boolean primary key default true check (only_row),
    standing_at timestamptz,
    offset_ms   bigint,
    check (num_nonnulls(standing_at, offset_ms) = 1)
);
