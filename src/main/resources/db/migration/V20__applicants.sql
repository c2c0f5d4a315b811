-- People who file online.
create table applicant_account (
    id             bigint generated always as identity primary key,
    email          text not null unique check (email = lower(email)),
    full_name      text not null,
    password_hash  text,      -- null for those who sign in elsewhere only
    verified_at    timestamp, -- when the address was shown to be theirs
    access_version int not null default 0, -- sessions begun under another one are over
    created_at     timestamp not null
);

-- Whose a dossier is that was filed online.
create table applicant_dossier (
    dossier_id bigint primary key references dossier,
    account_id bigint not null references applicant_account,
    filed_at   timestamp not null
);
create index applicant_dossier_account on applicant_dossier (account_id, dossier_id);
