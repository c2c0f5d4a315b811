-- Dossiers that wait for their applicants: those who keep the servers running are told every half minute.
create index dossier_waiting on dossier (agency_id) where waiting_since is not null and resolved_at is null;
