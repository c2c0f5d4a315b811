-- Letters: by which channel they go, which ledger row they tell of, and how their sending stands.
alter table outbox
    add channel      text not null default 'email',
    add event_seq    int,       -- of the dossier's ledger; such a letter is worded when it is sent, subject and body are kept then
    add state        text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped')),
    add attempts     int not null default 0,
    add next_at      timestamp, -- not before; null for at once
    add attempted_at timestamp, -- written before it is handed over
    add again_at     timestamp, -- when an administrator had it sent again
    add problem      text,
    add reply        text;      -- in the words of the other side

-- What waits, in the order in which it is sent, and what an administrator has to look at.
create index outbox_open on outbox (state, coalesce(next_at, created_at), id)
    where recipient is not null and state in ('waiting', 'sending', 'failed', 'unsure');

-- What is to be emptied one day.
create index outbox_worded on outbox (created_at) where recipient is not null and body <> '';
