-- What an applicant is putting together in answer to a supplement request. It is gone once it is sent: its files are the
-- dossier's then, and its words a submission.
create table supplement_answer (
    id         uuid primary key,
    dossier_id bigint not null unique references dossier,
    comment    text not null, -- as typed
    changed_at timestamp not null
);
create index supplement_answer_changed on supplement_answer (changed_at);

alter table attachment add answer_id uuid references supplement_answer on delete cascade;
create index attachment_answer on attachment (answer_id, id) where answer_id is not null;
do $$ declare old text; begin
    select conname into strict old from pg_constraint
    where conrelid = 'attachment'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%dossier_id%draft_id%';
    execute 'alter table attachment drop constraint ' || quote_ident(old);
end $$;
alter table attachment add constraint attachment_holder check (num_nonnulls(dossier_id, draft_id, answer_id) = 1);
