package vn.motcua.dossier;

/** Something kept that is not what the ledger says. */
public record Difference(String dossier, String what, String kept, String recounted) {}
