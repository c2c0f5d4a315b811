-- When somebody took the task, null while nobody has.
alter table work_item add taken_at timestamp;

-- How long the task was open until the form was submitted, and by when it was to be. Empty for a filing, and for what was
-- submitted before these columns were there.
alter table submission
    add opened_at timestamp,
    add taken_at  timestamp,
    add allowance text,      -- ISO 8601 in working time of the agency; null where the due date was given as such
    add due_at    timestamp; -- null where the dossier waited

-- What staff write to each other about a dossier.
create table dossier_note (
    id         bigint generated always as identity primary key,
    dossier_id bigint not null references dossier,
    author     text not null,
    at         timestamp not null,
    body       text not null check (length(body) between 1 and 2000)
);
create index dossier_note_dossier on dossier_note (dossier_id, id);
create trigger dossier_note_append_only before update or delete or truncate on dossier_note
    for each statement execute function refuse_change();

-- Who looked at the page of a dossier; once in ten minutes per person.
create table dossier_view (
    id         bigint generated always as identity primary key,
    dossier_id bigint not null references dossier,
    viewer     text not null,
    at         timestamp not null
);
create index dossier_view_dossier on dossier_view (dossier_id, id);
create trigger dossier_view_append_only before update or delete or truncate on dossier_view
    for each statement execute function refuse_change();
