-- Every finished step, measured in working time: what heat maps and forecasts ask by the hundred thousand. Written by a
-- job beside the clerks' transactions; submission, clock_span and the calendar are its source, and all of it can be
-- measured again. No foreign key to dossier: checking it would hold the dossier's row, and a clerk would wait. Minutes are
-- office time of an agency without the time in which the dossier's clock stood.
create table step_pass (
    submission_id     bigint primary key references submission,
    dossier_id        bigint not null,
    process_id        text not null, -- the process of the dossier, also for a task of a process that it calls
    task_key          text not null,
    step_name         text not null,
    version_id        int not null references procedure_version,
    dossier_agency_id int not null references agency, -- which handles the dossier
    agency_id         int not null references agency, -- which had the step
    opened_at         timestamp not null,
    done_at           timestamp not null,
    worked_minutes    int not null, -- of the agency that had the step
    waited_minutes    int not null, -- how much office time of it the clock stood meanwhile
    allowed_minutes   int,          -- null where nothing says how long the step may take
    late              boolean,      -- null where the step had no due date
    to_result_minutes int,          -- of the agency that handles the dossier, from opened_at to resolved_at
    settled           boolean not null -- nothing about it will change: the dossier is over
);
create index step_pass_process on step_pass (process_id, done_at);
create index step_pass_version on step_pass (version_id, task_key, done_at);
create index step_pass_unsettled on step_pass (dossier_id) where not settled;

-- Up to which submission everything is measured, up to which one the last round saw, and the transactions that had begun
-- by then: numbers are given out before they are committed, so the mark follows when those are over.
create table step_pass_mark (
    done       bigint not null,
    seen       bigint not null,
    seen_until xid8 not null
);
insert into step_pass_mark values (0, 0, '0');
