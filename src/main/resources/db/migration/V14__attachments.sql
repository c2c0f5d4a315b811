-- What a clerk is entering at the counter. It stays after the filing, empty, so that a second click finds it done.
create table intake_draft (
    id             uuid primary key,
    owner          text not null,
    agency_id      int not null references agency,
    procedure_code text not null,
    entered        jsonb not null, -- as typed, by field
    created_at     timestamp not null,
    changed_at     timestamp not null,
    dossier_code   text references dossier (code) -- what it became
);
create index intake_draft_owner on intake_draft (owner, changed_at) where dossier_code is null;
create index intake_draft_changed on intake_draft (changed_at) where dossier_code is null;

-- Files of a dossier, or of an intake that is not one yet.
create table attachment (
    id         bigint generated always as identity primary key,
    dossier_id bigint references dossier,
    draft_id   uuid references intake_draft on delete cascade,
    component  text, -- the paper of the procedure that it is, null for another
    name       text not null,
    kind       text not null check (kind in ('PDF', 'JPEG', 'PNG', 'DOCX', 'XLSX', 'ODT')), -- by its content
    size       bigint not null check (size > 0),
    sha256     text not null,
    added_by   text not null,
    added_at   timestamp not null,
    removed_by text,
    removed_at timestamp,
    check ((dossier_id is null) <> (draft_id is null)),
    check ((removed_by is null) = (removed_at is null))
);
create index attachment_dossier on attachment (dossier_id, id) where dossier_id is not null;
create index attachment_draft on attachment (draft_id, id) where draft_id is not null;

-- The bytes in pieces, so that nobody has to hold a whole file. What is attached is compressed already.
create table attachment_piece (
    attachment_id bigint not null references attachment on delete cascade,
    number        int not null,
    bytes         bytea not null,
    primary key (attachment_id, number)
);
alter table attachment_piece alter bytes set storage external;

-- A file of a dossier is taken out of the list and never out of the store.
create function keep_attachment() returns trigger language plpgsql as $$
begin
    if old.dossier_id is not null and (tg_op = 'DELETE' or old.removed_at is not null
        or (to_jsonb(new) - '{removed_by,removed_at}'::text[]) <> (to_jsonb(old) - '{removed_by,removed_at}'::text[])) then
        raise exception 'An attachment of a dossier is only removed from its list';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger attachment_kept before update or delete on attachment for each row execute function keep_attachment();
create trigger attachment_piece_kept before update or truncate on attachment_piece
    for each statement execute function refuse_change();

-- Which papers were handed in, of those the procedure asks for and others; each time somebody counts them is a round.
create table dossier_paper (
    dossier_id         bigint not null references dossier,
    round              int not null,
    position           int not null,
    name               text not null,
    required_originals int not null check (required_originals >= 0),
    required_copies    int not null check (required_copies >= 0),
    originals          int not null check (originals >= 0),
    copies             int not null check (copies >= 0),
    actor              text not null,
    at                 timestamp not null,
    primary key (dossier_id, round, position)
);
create trigger dossier_paper_append_only before update or delete or truncate on dossier_paper
    for each statement execute function refuse_change();

-- Who filed before, by the number of the identity card or the tax code, whatever dashes it is written with.
create index submission_id_number on submission (replace(fields ->> 'idNumber', '-', ''))
    where task_key = 'start' and fields ->> 'idNumber' is not null;
