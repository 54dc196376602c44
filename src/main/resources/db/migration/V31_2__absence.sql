-- Who of the staff is away, first and last day included, and who stands in meanwhile.
create table absence (
    login    text        primary key,
    from_on  date        not null,
    until_on date        not null,
    deputy   text        not null,
    set_by   text        not null,
    set_at   timestamptz not null,

    constraint absence_ends_after_it_begins check (until_on >= from_on),
    constraint absence_has_another_deputy check (deputy <> login)
);
