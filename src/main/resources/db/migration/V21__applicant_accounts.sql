-- Addresses that somebody said are theirs, until the link that was sent there is used. The account begins with its data, so
-- that nobody can prepare an account for somebody else's address.
create table applicant_registration (
    token_hash    bytea primary key check (length(token_hash) = 32),
    email         text not null,
    full_name     text not null,
    password_hash text not null,
    created_at    timestamp not null,
    expires_at    timestamp not null
);
create index applicant_registration_email on applicant_registration (email, created_at);
create index applicant_registration_expires on applicant_registration (expires_at);

-- Links that set a new password.
create table applicant_reset (
    token_hash bytea primary key check (length(token_hash) = 32),
    account_id bigint not null references applicant_account,
    expires_at timestamp not null
);
create index applicant_reset_account on applicant_reset (account_id);
create index applicant_reset_expires on applicant_reset (expires_at);

-- Who an account is at a provider of OpenID Connect; at each at most one.
create table applicant_identity (
    issuer     text not null,
    subject    text not null,
    account_id bigint not null references applicant_account,
    joined_at  timestamp not null,
    primary key (issuer, subject),
    unique (account_id, issuer)
);

-- Sign-ins begun and not succeeded, and letters asked for, for all nodes; as login_attempt.
create table applicant_sign_in_attempt (
    id      bigint generated always as identity primary key,
    account text not null,
    address text not null,
    at      timestamp not null
);
create index applicant_sign_in_attempt_account on applicant_sign_in_attempt (account, at);
create index applicant_sign_in_attempt_address on applicant_sign_in_attempt (address, at);
create index applicant_sign_in_attempt_at on applicant_sign_in_attempt (at);

create table applicant_letter_attempt (
    id      bigint generated always as identity primary key,
    account text not null,
    address text not null,
    at      timestamp not null
);
create index applicant_letter_attempt_account on applicant_letter_attempt (account, at);
create index applicant_letter_attempt_address on applicant_letter_attempt (address, at);
create index applicant_letter_attempt_at on applicant_letter_attempt (at);
