-- What people have typed and not sent yet, as they typed it.
create table draft (
    owner    text not null,
    key      text not null,     -- what is filled in, such as task:<id>
    fields   jsonb not null,    -- texts by field
    saved_at timestamp not null,
    primary key (owner, key)
);
create index draft_old on draft (saved_at);
