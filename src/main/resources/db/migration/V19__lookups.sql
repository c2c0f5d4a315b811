-- Attempts to open a dossier by its code and PIN that did not succeed: the code as a digest, the address as a network.
create table lookup_attempt (
    account text not null,
    address text not null,
    at      timestamp not null
);
create index lookup_attempt_account on lookup_attempt (account, at);
create index lookup_attempt_address on lookup_attempt (address, at);
create index lookup_attempt_at on lookup_attempt (at);
