-- Who was given an open task, by whom and why; null assignee: it was given back. Append-only. A task that is taken and
-- completed at once has its submission instead.
create table task_assignment (
    id         bigint generated always as identity primary key,
    task_id    text not null,
    dossier_id bigint not null references dossier,
    task_name  text not null,
    assignee   text,
    actor      text not null,
    reason     text,
    at         timestamp not null
);
create index task_assignment_dossier on task_assignment (dossier_id, id);
create trigger task_assignment_append_only before update or delete or truncate on task_assignment
    for each statement execute function refuse_change();
