-- Nine years of dossiers must not slow down today's work. See src/docs/decisions/0013-old-dossiers-stay.md.

-- Only a filing under a key is in the index of keys; nine years of imported dossiers have none.
alter table dossier drop constraint dossier_filing_key_key;
create unique index dossier_filing_key on dossier (filing_key) where filing_key is not null;

-- The dossiers that still have something before them, some in a hundred: an import of the calendar asks for them. The
-- outcome changes only as a dossier ends, so that the updates before stay on their page (HOT).
create index dossier_open on dossier (id) where outcome is null;

-- A dossier is updated a few times within weeks and then never again. Room on its page keeps those updates out of the
-- indexes, and what they leave behind is cleared away after thousands of them, not after a fifth of nine years.
alter table dossier set (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);
alter table clock_span set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);

-- Rows that never change are frozen with the first vacuum, which comes every few per cent: no vacuum against wraparound
-- ever reads all the years again.
alter table clock_event set (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02,
    autovacuum_freeze_min_age = 0);
alter table submission set (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02,
    autovacuum_freeze_min_age = 0);
