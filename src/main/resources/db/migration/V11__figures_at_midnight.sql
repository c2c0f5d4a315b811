-- A limit in days makes dossiers overdue at 00:00:00 of a day, all at once. So that a report of a part of the day need not
-- read them one by one, they are a figure of the day, and what happens to "overdue" within the day is kept with its moment.
-- See src/docs/decisions/0011-figures-are-additive.md.

-- Nobody writes meanwhile. Reports no longer read these, and a clerk's update of a span no longer changes them.
lock table dossier in share mode;
drop index clock_span_overdue;
drop index clock_span_overdue_to;

-- The part of a day's "overdue" that comes with its first instant.
alter table figure_day add overdue_at_start int not null default 0;
-- The rest of it.
create table figure_moment (
    moment     timestamp not null,
    agency_id  int not null,
    version_id int not null,
    overdue    int not null,
    primary key (moment, agency_id, version_id) include (overdue)
);
-- Where a change of "overdue" belongs: null for the first instant of the day.
alter table figure_delta add moment timestamp;

drop view figure_source;
drop function span_figures;
create function span_figures(valid_from timestamp, valid_to timestamp, due_at timestamp, waiting boolean)
returns table (day date, moment timestamp, overdue int) language sql immutable parallel safe as $$
    select change.moment::date, nullif(change.moment, change.moment::date), change.overdue
    from (values (motcua.overdue_from(valid_from, valid_to, due_at, waiting), 1), (valid_to, -1)) change (moment, overdue)
    where change.moment is not null and motcua.overdue_from(valid_from, valid_to, due_at, waiting) is not null
$$;

create view figure_source as
    select f.day, d.agency_id, d.version_id, f.received_online, f.received_other, f.early, f.on_time, f.late, 0 as overdue,
           null::timestamp as moment
    from dossier d
    cross join lateral dossier_figures(d.received_at, d.resolved_at, d.channel, d.timeliness) f
    union all
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, f.overdue, f.moment
    from clock_span s
    join dossier d on d.id = s.dossier_id
    cross join lateral span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f;

create or replace function figure_dossier_changed() returns trigger language plpgsql as $$
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

create or replace function figure_spans_added() returns trigger language plpgsql as $$
begin
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, sum(f.overdue), f.moment
    from added s
    cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
    cross join lateral (select agency_id, version_id from motcua.dossier where id = s.dossier_id offset 0) d
    group by f.day, f.moment, d.agency_id, d.version_id
    having sum(f.overdue) <> 0;
    return null;
end $$;

create or replace function figure_spans_changed() returns trigger language plpgsql as $$
begin
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, sum(s.sign * f.overdue), f.moment
    from (select 1 as sign, added.* from added union all select -1, removed.* from removed) s
    cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
    cross join lateral (select agency_id, version_id from motcua.dossier where id = s.dossier_id offset 0) d
    group by f.day, f.moment, d.agency_id, d.version_id
    having sum(s.sign * f.overdue) <> 0;
    return null;
end $$;

create or replace function figure_spans_removed() returns trigger language plpgsql as $$
begin
    insert into motcua.figure_delta
    select f.day, d.agency_id, d.version_id, 0, 0, 0, 0, 0, -sum(f.overdue), f.moment
    from removed s
    cross join lateral motcua.span_figures(s.valid_from, s.valid_to, s.due_at, s.waiting) f
    cross join lateral (select agency_id, version_id from motcua.dossier where id = s.dossier_id offset 0) d
    group by f.day, f.moment, d.agency_id, d.version_id
    having sum(f.overdue) <> 0;
    return null;
end $$;

-- A store that has figures: the sums of whole days stay, and both parts are taken from the spans. What waits to be folded
-- tells no moments, so folding it will add all of it to the first instants, from where it is taken away beforehand.
insert into figure_moment
select moment, agency_id, version_id, sum(overdue)
from figure_source where moment is not null
group by moment, agency_id, version_id
having sum(overdue) <> 0;
insert into figure_day as known (agency_id, sector_id, version_id, day, received_online, received_other, early, on_time, late,
    overdue, overdue_at_start)
select coalesce(agency_id, 0), coalesce(v.sector_id, 0), coalesce(version_id, 0), day, 0, 0, 0, 0, 0, 0, sum(overdue)
from (
    select day, agency_id, version_id, overdue from figure_source where overdue <> 0 and moment is null
    union all
    select day, agency_id, version_id, -overdue from figure_delta) change
join procedure_version v on v.id = version_id
group by grouping sets ((day, agency_id, v.sector_id), (day, agency_id), (day, v.sector_id), (day, version_id))
having sum(overdue) <> 0
on conflict (agency_id, sector_id, version_id, day) do update set overdue_at_start = excluded.overdue_at_start;
