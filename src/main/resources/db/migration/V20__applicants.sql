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

-- What applicants think of how their dossier was handled; once for each.
create table rating (
    dossier_id bigint primary key references dossier,
    agency_id  int not null references agency,
    version_id int not null references procedure_version,
    stars      int not null check (stars between 1 and 5),
    comment    text check (length(comment) between 1 and 2000),
    rated_at   timestamp not null
);
create index rating_when on rating (rated_at, agency_id);

-- Messages to an address; those of accounts are about no dossier.
alter table outbox
    alter dossier_id drop not null,
    add recipient text,
    add subject   text;
