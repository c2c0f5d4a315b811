package vn.motcua.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction of every change, for the rooms above that keep something of their own in step.
 *
 * @param before the ledger before, null for a new dossier
 */
public record DossierChanged(Dossier dossier, @Nullable Ledger before, Ledger after) {}
