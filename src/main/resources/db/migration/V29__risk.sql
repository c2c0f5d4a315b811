-- Which dossiers are at risk of becoming late: forecasts, made beside the clerks' transactions. See
-- src/docs/decisions/0018-at-risk-is-an-instant.md.

-- How long a dossier usually still needs from the beginning of a step to its result, in minutes of office time. Renewed at
-- night from the passes that were finished in the last 180 days; below 30 of them nobody goes by it.
create table risk_need (
    procedure_code text not null,
    task_key       text not null,
    step_name      text not null,
    agency_id      int not null, -- which has the step; 0: all of them
    need_minutes   int not null,
    passes         int not null,
    primary key (procedure_code, task_key, step_name, agency_id)
);

-- When a forecast made the dossier one at risk: from the instant it named until it was replaced or the due date was over.
create function at_risk_during(valid_from timestamp, valid_to timestamp, risk_from timestamp, due_at timestamp)
returns tsrange language sql immutable parallel safe as $$
    select case when greatest(valid_from, risk_from) < least(valid_to, due_at + interval '1 microsecond')
                then tsrange(greatest(valid_from, risk_from), least(valid_to, due_at + interval '1 microsecond'))
                else 'empty'::tsrange end
$$;

-- What was forecast of a dossier from one moment to the next; valid_to is null while it lasts. No foreign key: checking it
-- would hold the dossier's row, and a clerk would wait for the background.
create table risk_span (
    dossier_id   bigint not null,
    valid_from   timestamp not null,
    valid_to     timestamp check (valid_to > valid_from),
    due_at       timestamp not null, -- the due date for which it was made
    risk_from    timestamp not null, -- from here on less time is left than the dossier usually still needs
    day_before   timestamp,          -- the last instant of a warning a working day ahead, null where there never was one
    need_minutes int not null,
    basis        text not null check (basis in ('HISTORY_AGENCY', 'HISTORY', 'THIN')),
    passes       int not null,       -- finished passes behind the need; of THIN, how few there were
    task_key     text,               -- null without an open task
    step_name    text,
    at_risk      tsrange not null generated always as (at_risk_during(valid_from, valid_to, risk_from, due_at)) stored,
    primary key (dossier_id, valid_from)
);
create unique index risk_span_lasting on risk_span (dossier_id) where valid_to is null;
create index risk_span_at_risk on risk_span using gist (at_risk);
alter table risk_span set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- The stretches in which dossiers were at risk: forecast so, their clock running towards the due date of the forecast. What
-- changed since the forecast was made thus never counts by the old one.
create view risk_stretch as
    select r.dossier_id, r.due_at, r.day_before, r.basis, r.need_minutes, r.passes, r.task_key, r.step_name,
           lower(both_ways.during) as at_from, upper(both_ways.during) as at_to
    from risk_span r
    join clock_span c on c.dossier_id = r.dossier_id and not c.waiting and c.due_at = r.due_at
    cross join lateral (select r.at_risk * tsrange(c.valid_from, c.valid_to) as during) both_ways
    where not isempty(both_ways.during);

-- The dossiers at risk at a moment, past or present.
create function at_risk_at(moment timestamp) returns table (dossier_id bigint) language sql stable parallel safe as $$
    select r.dossier_id
    from motcua.risk_span r
    join motcua.clock_span c on c.dossier_id = r.dossier_id
     and c.valid_from <= moment and (c.valid_to is null or c.valid_to > moment)
     and not c.waiting and c.due_at = r.due_at
    where r.at_risk @> moment
$$;

-- Dossiers whose step or clock changed since they were looked at, some of them several times. No key, no index: clerks only
-- append, and nobody waits for anybody.
create table risk_change (
    dossier_id bigint not null
);
alter table risk_change set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function risk_dossiers_added() returns trigger language plpgsql as $$
begin
    insert into motcua.risk_change select id from added where received_at is not null and resolved_at is null;
    return null;
end $$;
create trigger dossier_risk_added after insert on dossier referencing new table as added
    for each statement execute function risk_dossiers_added();

create function risk_dossier_changed() returns trigger language plpgsql as $$
begin
    insert into motcua.risk_change values (new.id);
    return null;
end $$;
create trigger dossier_risk_changed after update on dossier for each row
    when ((old.received_at, old.due_at, old.waiting_since, old.resolved_at, old.agency_id, old.version_id)
        is distinct from (new.received_at, new.due_at, new.waiting_since, new.resolved_at, new.agency_id, new.version_id))
    execute function risk_dossier_changed();

create function risk_step_changed() returns trigger language plpgsql as $$
begin
    insert into motcua.risk_change values (coalesce(new.dossier_id, old.dossier_id));
    return null;
end $$;
create trigger work_item_risk_changed after insert or delete on work_item for each row execute function risk_step_changed();

-- An extension is allowed time even where it does not move the due date, as when that had been rolled past holidays anyway.
create function risk_limit_extended() returns trigger language plpgsql as $$
begin
    insert into motcua.risk_change values (new.dossier_id);
    return null;
end $$;
create trigger clock_event_risk_extended after insert on clock_event for each row when (new.kind = 'EXTENDED')
    execute function risk_limit_extended();
