-- The report by procedure has figures of the whole province only: that of some agencies counts their dossiers, from this
-- index alone but for the clocks of those that are open. A report finds the receipts of a part of a day in it as well.
create index dossier_of_agency on dossier (agency_id, received_at)
    include (id, version_id, channel, resolved_at, timeliness) where received_at is not null;
drop index dossier_received;
