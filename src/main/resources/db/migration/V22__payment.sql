-- What an applicant was asked to pay through a gateway. Money that came stays in its row whatever becomes of the dossier.
create table payment_order (
    id             bigint generated always as identity primary key,
    reference      text not null unique, -- not to be guessed: whoever has it sees whether it is paid
    dossier_id     bigint not null references dossier,
    gateway        text not null,
    amount         bigint not null check (amount > 0), -- in đồng
    state          text not null
        check (state in ('BEGUN', 'PAID', 'HELD', 'SURPLUS', 'PAID_BACK', 'FAILED', 'LAPSED')),
    return_path    text not null check (return_path like '/%'),
    address        text,      -- where the gateway takes the payer, null until it was asked
    begun_at       timestamp not null,
    lapses_at      timestamp not null,
    answered_at    timestamp, -- when it was paid, failed or lapsed
    paid_back_at   timestamp,
    paid_back_by   text,
    paid_back_note text,
    check ((state = 'BEGUN') = (answered_at is null)),
    check ((state = 'PAID_BACK') = (paid_back_at is not null and paid_back_by is not null and paid_back_note is not null))
);
-- One that is open, and one that counts.
create unique index payment_order_open on payment_order (dossier_id) where state = 'BEGUN';
create unique index payment_order_counted on payment_order (dossier_id) where state in ('PAID', 'HELD');
create index payment_order_dossier on payment_order (dossier_id, id);
create index payment_order_begun on payment_order (begun_at);
create index payment_order_unsettled on payment_order (state, begun_at) where state in ('BEGUN', 'HELD', 'SURPLUS');

-- What gateways told us, as they told it: what was refused is found here.
create table payment_call_back (
    id        bigint generated always as identity primary key,
    at        timestamp not null,
    gateway   text not null,
    reference text not null,
    amount    bigint not null,
    outcome   text not null,
    verdict   text not null
);
create index payment_call_back_at on payment_call_back (at);
create index payment_call_back_reference on payment_call_back (reference);

-- The sandbox gateway's own books. It stands for a system elsewhere: nothing else reads them.
create table payment_sandbox (
    reference      text primary key,
    dossier        text not null,
    amount         bigint not null,
    state          text not null check (state in ('OPEN', 'PAID', 'FAILED')),
    return_address text not null,
    lapses_at      timestamp not null,
    calls          int not null, -- call-backs that are still to be sent
    call_at        timestamp not null
);
create index payment_sandbox_calls on payment_sandbox (call_at) where calls > 0;
