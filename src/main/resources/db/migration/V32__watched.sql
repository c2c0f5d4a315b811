-- What those who keep the servers running are told every half minute: dossiers that wait for their applicants, and jobs
-- that the engine has given up.
create index dossier_waiting on dossier (agency_id) where waiting_since is not null and resolved_at is null;
create index motcua_job_exhausted on public.act_ru_job (id_) where retries_ = 0;
