-- What every dossier pays for several times, made cheaper; nothing is kept that was not kept before.

-- Part of the statement that opens a task: with concat_ws, which PostgreSQL does not hold for immutable, it was a function
-- that each such statement planned anew.
create or replace function search_text(d dossier, phone text) returns text language sql immutable parallel safe
    return searchable(left(d.code || coalesce(' ' || phone, '') || ' ' || d.applicant_name, 300));

-- What an update changes is asked in the functions: the condition of a trigger is read from its text and planned with every
-- statement, which takes longer than the function.
create or replace function figure_dossier_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.received_at is null and new.received_at is null
        or (old.received_at, old.resolved_at, old.timeliness, old.channel, old.agency_id, old.version_id)
            is not distinct from
            (new.received_at, new.resolved_at, new.timeliness, new.channel, new.agency_id, new.version_id)) then
        return null;
    end if;
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id, sum(sign * f.received_online), sum(sign * f.received_other),
           sum(sign * f.early), sum(sign * f.on_time), sum(sign * f.late), 0
    from (values
        (-1, old.agency_id, old.version_id, old.received_at, old.resolved_at, old.channel, old.timeliness),
        (1, new.agency_id, new.version_id, new.received_at, new.resolved_at, new.channel, new.timeliness)
    ) d (sign, agency_id, version_id, received_at, resolved_at, channel, timeliness)
    cross join lateral motcua.dossier_figures(d.received_at, d.resolved_at, d.channel, d.timeliness) f
    group by f.day, d.agency_id, d.version_id
    having (sum(sign * f.received_online), sum(sign * f.received_other),
        sum(sign * f.early), sum(sign * f.on_time), sum(sign * f.late)) <> (0, 0, 0, 0, 0);
    if old.agency_id <> new.agency_id or old.version_id <> new.version_id then
        insert into motcua.figure_delta
        select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, sum(sign * f.overdue), f.moment
        from motcua.clock_span s
        cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
        cross join (values (-1, old.agency_id, old.version_id), (1, new.agency_id, new.version_id))
            d (sign, agency_id, version_id)
        where s.dossier_id = new.id
        group by f.day, f.moment, d.agency_id, d.version_id
        having sum(sign * f.overdue) <> 0;
    end if;
    return null;
end $$;
drop trigger dossier_figures_changed on dossier;
create trigger dossier_figures_changed after update on dossier for each row execute function figure_dossier_changed();

drop trigger dossier_moves_work_items on dossier;
drop trigger dossier_risk_changed on dossier;
drop function move_work_items, risk_dossier_changed;

-- When the clock of a dossier starts, waits, moves or ends, the tasks that are open then follow, whoever wrote it, and its
-- forecast is made anew.
create function clock_changed() returns trigger language plpgsql as $$
begin
    if old.waiting_since is distinct from new.waiting_since or old.due_at is distinct from new.due_at
        or old.resolved_at is distinct from new.resolved_at or old.status <> new.status
        or old.version_id <> new.version_id then
        update motcua.work_item
        set waiting = motcua.awaits_applicant(new), dossier_due_at = motcua.running_due(new), version_id = new.version_id
        where dossier_id = new.id and (waiting, dossier_due_at, version_id)
            is distinct from (motcua.awaits_applicant(new), motcua.running_due(new), new.version_id);
    end if;
    if (old.received_at, old.due_at, old.waiting_since, old.resolved_at, old.agency_id, old.version_id)
        is distinct from (new.received_at, new.due_at, new.waiting_since, new.resolved_at, new.agency_id, new.version_id) then
        insert into motcua.risk_change values (new.id);
    end if;
    return null;
end $$;
create trigger dossier_clock_changed after update on dossier for each row execute function clock_changed();

-- A task is opened from the row of its dossier, which its ledger keeps from being deleted.
alter table work_item drop constraint work_item_dossier_id_fkey, drop constraint work_item_agency_id_fkey;

-- The same rows stand in dossier_of_agency in the same order.
drop index dossier_agency;

-- The agency of whatever is written is checked. On a few full pages that means reading them all; spread out, the key is used.
alter table agency set (fillfactor = 10);
cluster agency using agency_pkey;
