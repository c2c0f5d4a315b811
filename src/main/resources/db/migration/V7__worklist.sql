-- A text as it is searched for: without case and diacritics. No extension, which the owner of a database might have to ask
-- for, and no settings of its own, so that it becomes part of the statement that calls it.
create function searchable(text) returns text language sql immutable strict parallel safe as $$
    select replace(regexp_replace(normalize(lower($1), nfd), U&'[\0300-\036F]+', '', 'g'), 'đ', 'd')
$$;

-- Whether the agency's clock stands for the applicant: since it was stopped, or because it has not even begun. It runs
-- while a payment is awaited that does not stop it.
create function awaits_applicant(d dossier) returns boolean language sql immutable parallel safe
    return d.waiting_since is not null or d.due_at is null and d.status in (5, 6);

-- The due date of a dossier whose clock runs, null otherwise.
create function running_due(d dossier) returns timestamp language sql immutable parallel safe
    return case when d.resolved_at is null and not awaits_applicant(d) then d.due_at end;

-- What lists and their counts ask is kept with the task, so that they read nothing else but the rows that are shown.
alter table work_item
    add waiting        boolean,
    add dossier_due_at timestamp, -- null while the dossier's clock stands or is over
    add urgent_at      timestamp generated always as
        (coalesce(least(due_at, dossier_due_at), timestamp 'infinity')) stored,
    add version_id     int,
    add channel        smallint,
    add search         text;      -- code, phone and applicant

-- Short enough to stand in an index, whatever the applicant is called.
create function search_text(d dossier, phone text) returns text language sql immutable parallel safe
    return searchable(left(concat_ws(' ', d.code, phone, d.applicant_name), 300));

update work_item w
set waiting = awaits_applicant(d), dossier_due_at = running_due(d),
    version_id = d.version_id, channel = d.channel, search = search_text(d, f.fields ->> 'phone')
from dossier d left join dossier_fields f on f.dossier_id = d.id
where d.id = w.dossier_id;

alter table work_item
    alter waiting set not null, alter version_id set not null, alter channel set not null, alter search set not null;

-- The order of every list, for a group of an agency and for a person. What is searched and filtered by stands in the
-- former, so that the rows of an agency, which lie all over the table, are not fetched for it.
drop index work_item_list;
create index work_item_list on work_item (agency_id, staff_group, waiting, urgent_at, task_id)
    include (search, version_id, channel);
drop index work_item_assignee;
create index work_item_assignee on work_item (assignee, waiting, urgent_at, task_id) where assignee is not null;

-- When the clock of a dossier starts, waits, moves or ends, the tasks that are open then follow, whoever wrote it.
create function move_work_items() returns trigger language plpgsql as $$
begin
    update motcua.work_item
    set waiting = motcua.awaits_applicant(new), dossier_due_at = motcua.running_due(new), version_id = new.version_id
    where dossier_id = new.id;
    return null;
end $$;
create trigger dossier_moves_work_items after update on dossier for each row
    when (awaits_applicant(old) <> awaits_applicant(new) or running_due(old) is distinct from running_due(new)
        or old.version_id <> new.version_id)
    execute function move_work_items();
