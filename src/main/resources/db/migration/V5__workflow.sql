-- What people filled in: every submitted form as it was accepted. Append-only.
create table submission (
    id          bigint generated always as identity primary key,
    dossier_id  bigint not null references dossier,
    task_key    text not null, -- the task of the process, or "start"
    task_id     text unique,   -- the engine's, null for a start form
    task_name   text not null,
    staff_group text,
    agency_id   int references agency,
    actor       text not null,
    at          timestamp not null,
    fields      jsonb not null
);
create index submission_dossier on submission (dossier_id, id);
create trigger submission_append_only before update or delete or truncate on submission
    for each statement execute function refuse_change();

-- The last value of each field that was filled in for the dossier itself.
create table dossier_fields (
    dossier_id bigint primary key references dossier,
    fields     jsonb not null
);

-- The process that a dossier runs on. No foreign keys to the engine's tables: it writes them at the end of its command.
create table dossier_flow (
    dossier_id          bigint primary key references dossier,
    process_instance_id text not null unique,
    process_id          text not null,
    stage               int not null default 0
);

-- One row per open task of the engine, written in the same transaction.
create table work_item (
    task_id     text primary key,
    dossier_id  bigint not null references dossier,
    task_key    text not null,
    name        text not null,
    staff_group text not null,
    agency_id   int not null references agency,
    assignee    text,
    created_at  timestamp not null,
    allowance   text,      -- ISO 8601 in working time of the agency; null where the due date is given as such
    due_at      timestamp  -- null while the dossier waits
);
create index work_item_dossier on work_item (dossier_id);
create index work_item_list on work_item (agency_id, staff_group, due_at, task_id);
create index work_item_assignee on work_item (assignee, due_at, task_id) where assignee is not null;

-- Messages to be sent, written in the transaction of what they tell.
create table outbox (
    id          bigint generated always as identity primary key,
    dossier_id  bigint not null references dossier,
    kind        text not null,
    body        text not null,
    created_at  timestamp not null,
    sent_at     timestamp
);

-- The last licence number given out per kind and year.
create table licence_number (
    kind text not null,
    year int not null,
    last int not null,
    primary key (kind, year)
);
