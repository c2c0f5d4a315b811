-- Who works here. An account is never removed: the ledger names it.
create table staff (
    id                   int generated always as identity primary key,
    username             text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{2,49}$'),
    password_hash        text not null,
    full_name            text not null check (length(full_name) between 1 and 100),
    staff_group          text not null check (staff_group in ('counter', 'officer', 'leader', 'manager', 'admin')),
    agency_id            int references agency,
    enabled              boolean not null default true,
    must_change_password boolean not null,
    access_version       int not null default 1, -- rises with every change that ends open sessions
    created_at           timestamp not null,
    password_set_at      timestamp not null,
    check (agency_id is not null or staff_group = 'admin')
);
create index staff_agency on staff (agency_id);
create index staff_in_group on staff (staff_group);

-- Who changed what account, and what it was changed to; never a password.
create table staff_log (
    id       bigint generated always as identity primary key,
    at       timestamp not null,
    actor    text not null,
    username text not null references staff (username),
    action   text not null check (action in ('ADDED', 'CHANGED', 'DISABLED', 'ENABLED', 'PASSWORD_SET', 'PASSWORD_RESET')),
    detail   text
);
create index staff_log_username on staff_log (username, id);
create trigger staff_log_append_only before update or delete or truncate on staff_log
    for each statement execute function refuse_change();

-- Sign-ins begun and not succeeded within the last minutes, for all nodes. The account is a digest, because people type
-- their password into the wrong field.
create table login_attempt (
    id      bigint generated always as identity primary key,
    account text not null,
    address text not null,
    at      timestamp not null
);
create index login_attempt_account on login_attempt (account, at);
create index login_attempt_address on login_attempt (address, at);
create index login_attempt_at on login_attempt (at);
