-- What of the dossier somebody looked at: its page, a task, a printed form, a file, the summary before signing.
alter table dossier_view
    add kind   text not null default 'PAGE' check (kind in ('PAGE', 'TASK', 'TASKLIST', 'PRINT', 'FILE', 'SUMMARY')),
    add detail text; -- the name of the task, form or file
