-- What the statutory report adds up. Every dossier contributes +1 or -1 to a measure at a moment; a figure up to a moment
-- is the sum of the contributions up to it. See src/docs/decisions/0011-figures-are-additive.md.

-- From when a state of the clock is overdue, null where it never is: past the last instant in time, and not waiting.
create function overdue_from(valid_from timestamp, valid_to timestamp, due_at timestamp, waiting boolean)
returns timestamp language sql immutable parallel safe as $$
    select case when not waiting and (valid_to is null or greatest(valid_from, due_at + interval '1 microsecond') < valid_to)
                then greatest(valid_from, due_at + interval '1 microsecond') end
$$;
create index clock_span_overdue on clock_span (overdue_from(valid_from, valid_to, due_at, waiting))
    where overdue_from(valid_from, valid_to, due_at, waiting) is not null;
create index clock_span_overdue_to on clock_span (valid_to)
    where overdue_from(valid_from, valid_to, due_at, waiting) is not null;
-- What a dossier, and a state of its clock, add to the figures of which day.
create function dossier_figures(received_at timestamp, resolved_at timestamp, channel smallint, timeliness text)
returns table (day date, received_online int, received_other int, early int, on_time int, late int)
language sql immutable parallel safe as $$
    select *
    from (values
        (received_at::date, (channel = 2)::int, (channel <> 2)::int, 0, 0, 0),
        (resolved_at::date, 0, 0, (timeliness is not distinct from 'EARLY')::int,
            (timeliness is not distinct from 'ON_TIME')::int, (timeliness is not distinct from 'LATE')::int)
    ) figures (day, received_online, received_other, early, on_time, late)
    where figures.day is not null
$$;
create function span_figures(valid_from timestamp, valid_to timestamp, due_at timestamp, waiting boolean)
returns table (day date, overdue int) language sql immutable parallel safe as $$
    select moment::date, change
    from (values (motcua.overdue_from(valid_from, valid_to, due_at, waiting), 1), (valid_to, -1)) figures (moment, change)
    where moment is not null and motcua.overdue_from(valid_from, valid_to, due_at, waiting) is not null
$$;

-- A report by procedure of one agency is still counted dossier by dossier.
create index dossier_agency on dossier (agency_id, received_at) where received_at is not null;

-- Changes that wait to be folded. No key and no index: clerks only append, and nobody waits for anybody.
create table figure_delta (
    day             date not null,
    agency_id       int not null,
    version_id      int not null,
    received_online int not null,
    received_other  int not null,
    early           int not null,
    on_time         int not null,
    late            int not null,
    overdue         int not null
);

-- Sums of one day, by agency and sector, by agency, by sector, by procedure version; 0 stands for all.
create table figure_day (
    agency_id       int not null,
    sector_id       int not null,
    version_id      int not null,
    day             date not null,
    received_online int not null,
    received_other  int not null,
    early           int not null,
    on_time         int not null,
    late            int not null,
    overdue         int not null,
    primary key (agency_id, sector_id, version_id, day)
) with (fillfactor = 90);

-- The days before which everything is added up in figure_total: the 1st and the 15th, without a gap.
create table figure_start (
    day date primary key
);
create table figure_total (
    start           date not null,
    agency_id       int not null,
    sector_id       int not null,
    version_id      int not null,
    received_online int not null,
    received_other  int not null,
    early           int not null,
    on_time         int not null,
    late            int not null,
    overdue         int not null,
    primary key (start, agency_id, sector_id, version_id)
);

-- Every contribution of every dossier as it stands: what the figures must add up to.
create view figure_source as
    select f.day, d.agency_id, d.version_id, f.received_online, f.received_other, f.early, f.on_time, f.late, 0 as overdue
    from dossier d
    cross join lateral dossier_figures(d.received_at, d.resolved_at, d.channel, d.timeliness) f
    union all
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, f.overdue
    from clock_span s
    join dossier d on d.id = s.dossier_id
    cross join lateral span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f;

-- The triggers write what a statement changed of that, in its transaction, whoever it comes from. A statement that moves
-- a dossier to another agency or version must not change its spans as well.
create function figure_dossiers_added() returns trigger language plpgsql as $$
begin
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id,
           sum(f.received_online), sum(f.received_other), sum(f.early), sum(f.on_time), sum(f.late), 0
    from added d
    cross join lateral motcua.dossier_figures(d.received_at, d.resolved_at, d.channel, d.timeliness) f
    group by f.day, d.agency_id, d.version_id;
    return null;
end $$;
create trigger dossier_figures_added after insert on dossier referencing new table as added
    for each statement execute function figure_dossiers_added();

-- By row, because most updates of a dossier change no figure, and a condition is cheaper than a table of changes.
create function figure_dossier_changed() returns trigger language plpgsql as $$
begin
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
        select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, sum(sign * f.overdue)
        from motcua.clock_span s
        cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
        cross join (values (-1, old.agency_id, old.version_id), (1, new.agency_id, new.version_id))
            d (sign, agency_id, version_id)
        where s.dossier_id = new.id
        group by f.day, d.agency_id, d.version_id
        having sum(sign * f.overdue) <> 0;
    end if;
    return null;
end $$;
create trigger dossier_figures_changed after update on dossier for each row
    when ((old.received_at is not null or new.received_at is not null)
        and (old.received_at, old.resolved_at, old.timeliness, old.channel, old.agency_id, old.version_id)
            is distinct from
            (new.received_at, new.resolved_at, new.timeliness, new.channel, new.agency_id, new.version_id))
    execute function figure_dossier_changed();
create trigger dossier_figures_removed after delete on dossier for each row
    when (old.received_at is not null) execute function figure_dossier_changed();

-- "offset 0" keeps the look-up of each dossier by its key, however many spans the plan was first made for.
create function figure_spans_added() returns trigger language plpgsql as $$
begin
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, sum(f.overdue)
    from added s
    cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
    cross join lateral (select agency_id, version_id from motcua.dossier where id = s.dossier_id offset 0) d
    group by f.day, d.agency_id, d.version_id
    having sum(f.overdue) <> 0;
    return null;
end $$;
create trigger clock_span_figures_added after insert on clock_span referencing new table as added
    for each statement execute function figure_spans_added();

create function figure_spans_changed() returns trigger language plpgsql as $$
begin
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, sum(s.sign * f.overdue)
    from (select 1 as sign, added.* from added union all select -1, removed.* from removed) s
    cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
    cross join lateral (select agency_id, version_id from motcua.dossier where id = s.dossier_id offset 0) d
    group by f.day, d.agency_id, d.version_id
    having sum(s.sign * f.overdue) <> 0;
    return null;
end $$;
create trigger clock_span_figures_changed after update on clock_span
    referencing old table as removed new table as added
    for each statement execute function figure_spans_changed();

create function figure_spans_removed() returns trigger language plpgsql as $$
begin
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, -sum(f.overdue)
    from removed s
    cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
    cross join lateral (select agency_id, version_id from motcua.dossier where id = s.dossier_id offset 0) d
    group by f.day, d.agency_id, d.version_id
    having sum(f.overdue) <> 0;
    return null;
end $$;
create trigger clock_span_figures_removed after delete on clock_span referencing old table as removed
    for each statement execute function figure_spans_removed();

-- A store that has dossiers already: they wait to be folded like everything else.
insert into figure_delta
select day, agency_id, version_id, sum(received_online), sum(received_other), sum(early), sum(on_time), sum(late), sum(overdue)
from figure_source
group by day, agency_id, version_id
having (sum(received_online), sum(received_other), sum(early), sum(on_time), sum(late), sum(overdue)) <> (0, 0, 0, 0, 0, 0);
