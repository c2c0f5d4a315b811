create table dossier (
    id                 bigint generated always as identity primary key,
    code               text not null unique,
    version_id         int not null references procedure_version,
    agency_id          int not null references agency,
    channel            smallint not null check (channel between 1 and 3),
    applicant_kind     smallint not null check (applicant_kind between 1 and 2),
    applicant_name     text not null,
    recorded_at        timestamp not null,
    filing_key         text unique, -- the caller's key of the filing, so that a retry finds it done
    register_row       text, -- digest of the register row it was imported from
    -- What follows is kept for lists and reports; the ledger is its source, "recount" proves it.
    status             smallint not null check (status between 1 and 10),
    filed_at           timestamp,
    acceptance_due_at  timestamp, -- by when the desk must answer an online filing
    acceptance_provisional boolean not null default false,
    answered_at        timestamp,
    received_at        timestamp,
    due_at             timestamp, -- the last instant in time: the end of the due day, or the due instant of an hour limit
    due_provisional    boolean not null default false,
    waiting_since      timestamp,
    resolved_at        timestamp,
    outcome            text check (outcome in ('GRANTED', 'REFUSED', 'WITHDRAWN', 'STOPPED', 'NOT_ACCEPTED')),
    timeliness         text check (timeliness in ('EARLY', 'ON_TIME', 'LATE')),
    returned_at        timestamp
);
create index dossier_received on dossier (received_at) where received_at is not null;
create index dossier_resolved on dossier (resolved_at) where resolved_at is not null;
create index dossier_provisional on dossier (id) where due_provisional or acceptance_provisional;
create index dossier_version on dossier (version_id);

-- The ledger: what happened to the clock of a dossier, when, entered when, by whom, why, and what it did to the due date.
create table clock_event (
    dossier_id             bigint not null references dossier,
    seq                    int not null,
    kind                   text not null,
    occurred_at            timestamp not null,
    recorded_at            timestamp not null,
    actor                  text not null,
    reason                 text,
    legal_basis            text,
    approver               text,
    amount                 int,       -- extension: how many units of the limit
    appointment            date,      -- re-appointment: the new day
    operation_key          text,      -- the caller's key of the operation, so that a retry finds it done
    due_before             timestamp,
    due_before_provisional boolean,
    due_after              timestamp,
    due_after_provisional  boolean,
    primary key (dossier_id, seq)
);
create unique index clock_event_operation on clock_event (dossier_id, operation_key) where operation_key is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Table % is append-only', tg_table_name;
end $$;
create trigger clock_event_append_only before update or delete or truncate on clock_event
    for each statement execute function refuse_change();

-- The state of each received dossier's clock from one moment to the next, derived from the ledger: any past moment is
-- one row. valid_to is null while the state lasts; there is no row after the resolution.
create table clock_span (
    dossier_id bigint not null references dossier,
    valid_from timestamp not null,
    valid_to   timestamp,
    due_at     timestamp not null,
    waiting    boolean not null,
    primary key (dossier_id, valid_from)
);

-- The last number given out per agency code and day of receipt.
create table dossier_number (
    agency_code text not null,
    day         date not null,
    last        int not null,
    primary key (agency_code, day)
);

create table issued_licence (
    id         bigint generated always as identity primary key,
    kind       text not null,
    number     text not null,
    holder     text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    dossier_id bigint references dossier,
    unique (kind, number)
);
create unique index issued_licence_dossier on issued_licence (dossier_id);
