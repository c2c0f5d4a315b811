-- A period that an agency has signed off: its figures as they were known at that moment stay what it reported.
create table report_closing (
    id            bigint generated always as identity primary key,
    agency_id     int not null references agency,
    first_day     date not null,
    last_day      date not null check (last_day >= first_day),
    signed_at     timestamp not null check (signed_at::date > last_day),
    signed_by     text not null,
    signer_name   text not null,
    -- Dossiers with a higher number came later, whatever moment their import says that it began at.
    last_dossier  bigint not null,
    unique (agency_id, first_day, last_day)
);

-- Each report of a closed period as JSON, in text: its bytes are part of what was signed.
create table report_snapshot (
    closing_id bigint not null references report_closing,
    kind       text not null,
    content    text not null,
    primary key (closing_id, kind)
);

create trigger report_closing_append_only before update or delete or truncate on report_closing
    for each statement execute function refuse_change();
create trigger report_snapshot_append_only before update or delete or truncate on report_snapshot
    for each statement execute function refuse_change();

-- What was entered after a period was signed off.
create index clock_event_recorded on clock_event using brin (recorded_at);
