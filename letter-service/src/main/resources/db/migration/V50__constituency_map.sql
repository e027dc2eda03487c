-- The map of the constituencies that the operator has loaded: one at most, each seat once, no two on one hexagon.
create table constituency_map (
    id        boolean     primary key default true check (id),
    layout    text        not null,
    loaded_at timestamptz not null
);
create table map_place (
    constituency text    primary key,
    q            integer not null,
    r            integer not null,
    constraint map_place_hexagon unique (q, r)
);
