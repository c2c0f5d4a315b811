-- What was refused at intake is in no figure that is kept; the moment of the answer changes only with that of the receipt.
create index dossier_not_accepted on dossier (answered_at) where outcome = 'NOT_ACCEPTED';
