-- What somebody who knows a dossier's code must know besides to follow it; printed on its slips, made when first needed.
create table lookup_pin (
    dossier_id bigint primary key references dossier,
    pin        text not null check (pin ~ '^[0-9]{6}$'),
    made_at    timestamp not null
);

-- The last number given out per agency, form and year.
create table document_number (
    agency_id int not null references agency,
    form      text not null,
    year      int not null,
    last      int not null,
    primary key (agency_id, form, year)
);

-- Every form that was printed, once per occasion: printing again finds its number here. Append-only.
create table printed_document (
    dossier_id   bigint not null references dossier,
    form         text not null,
    occasion     int not null, -- seq of the ledger row that the form tells about
    agency_id    int not null references agency,
    year         int not null,
    number       int not null check (number > 0),
    template_set text not null,
    printed_by   text not null,
    printed_at   timestamp not null,
    primary key (dossier_id, form, occasion),
    unique (agency_id, form, year, number)
);
create trigger printed_document_append_only before update or delete or truncate on printed_document
    for each statement execute function refuse_change();
