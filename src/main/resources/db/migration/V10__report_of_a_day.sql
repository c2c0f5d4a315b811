-- The part of a day that a report counts live is read from the indexes alone.
drop index dossier_received;
create index dossier_received on dossier (received_at) include (agency_id, version_id, channel)
    where received_at is not null;
drop index dossier_resolved;
create index dossier_resolved on dossier (resolved_at) include (agency_id, version_id, timeliness)
    where resolved_at is not null;
