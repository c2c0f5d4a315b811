-- Moments are local time, Asia/Ho_Chi_Minh, in every table: the law counts days of that zone.

-- The working calendar. Rows are never changed: a correction is a later row for the same day, known from the moment it
-- was recorded; a year's first publication is known from the beginning of time.
create table calendar_day (
    id          bigint generated always as identity primary key,
    day         date not null,
    kind        text not null check (kind in ('OFF', 'WORK', 'NONE')),
    name        text not null,
    known_from  timestamp not null,
    recorded_at timestamp not null,
    unique (day, known_from)
);

create table agency (
    id           int generated always as identity primary key,
    code         text not null unique,
    name         text not null,
    level        text not null check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE')),
    office_hours text not null default '07:00-11:30,13:30-17:00',
    cut_off      time,
    closed_from  date -- the first day on which the agency is no more
);

-- Whom an agency stands under, from a day until the next row of the same agency.
create table agency_parent (
    agency_id  int not null references agency,
    valid_from date not null,
    parent_id  int references agency,
    primary key (agency_id, valid_from)
);
create index agency_parent_parent on agency_parent (parent_id);

create table sector (
    id   int generated always as identity primary key,
    name text not null unique
);

-- A procedure as it stood from a day until the next version of the same code. A version that dossiers use is never
-- rewritten: a correction is a higher revision, and the one before is superseded for dossiers to come.
create table procedure_version (
    id                  int generated always as identity primary key,
    procedure_code      text not null,
    valid_from          date not null,
    revision            int not null default 1,
    name                text not null,
    sector_id           int not null references sector,
    limit_amount        int not null check (limit_amount > 0),
    limit_unit          text not null check (limit_unit in ('WORKING_DAYS', 'CALENDAR_DAYS', 'WORKING_HOURS')),
    clock_policy        text not null check (clock_policy in ('RESTART', 'PAUSE')),
    payment_stops_clock boolean not null default false,
    supplement_requests int not null default 1 check (supplement_requests >= 0),
    acceptance_hours    int not null default 8 check (acceptance_hours > 0),
    service_level       int not null check (service_level between 1 and 4),
    agency_level        text not null check (agency_level in ('PROVINCE', 'DISTRICT', 'COMMUNE')),
    fee                 bigint not null check (fee >= 0),
    fee_unit            text,
    licence_kind        text,
    process_id          text,
    legal_source        text,
    shipped             boolean not null,
    superseded          boolean not null default false,
    unique (procedure_code, valid_from, revision)
);

create table procedure_component (
    version_id int not null references procedure_version on delete cascade,
    position   int not null,
    name       text not null,
    originals  int not null default 0,
    copies     int not null default 0,
    form       text,
    primary key (version_id, position)
);

-- Steps with the same stage run side by side.
create table procedure_step (
    version_id   int not null references procedure_version on delete cascade,
    position     int not null,
    stage        int not null,
    name         text not null,
    staff_group  text not null check (staff_group in ('counter', 'officer', 'leader')),
    agency_code  text, -- null: the agency that handles the dossier
    duration     text not null, -- ISO 8601, working time of the agency that has the step
    primary key (version_id, position)
);

-- Facts about this store itself, such as that the demo data are in.
create table store_fact (
    name  text primary key,
    value text not null
);
