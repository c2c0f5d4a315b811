-- What happens in the life of people and organisations, and the procedures that it takes.
create table life_event (
    id       int generated always as identity primary key,
    code     text not null unique,
    name     text not null,
    audience text not null check (audience in ('PERSON', 'ORGANISATION')),
    position int not null
);
create table life_event_procedure (
    event_id       int not null references life_event on delete cascade,
    procedure_code text not null, -- whatever its versions
    position       int not null,
    primary key (event_id, procedure_code)
);
create index life_event_procedure_code on life_event_procedure (procedure_code);

-- Which agencies offer a procedure; one without a row is offered by all agencies of its level.
create table procedure_agency (
    procedure_code text not null,
    agency_id      int not null references agency,
    primary key (procedure_code, agency_id)
);
create trigger procedure_agency_changed after insert or update or delete or truncate on procedure_agency
    for each statement execute function catalogue_changed();

-- The stars of a period are added up from this index alone.
drop index rating_when;
create index rating_of_period on rating (rated_at) include (agency_id, stars);
