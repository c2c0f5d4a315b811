package vn.motcua.catalogue;

/** One stored version of a procedure; dossiers refer to it by id and keep it to their end. */
public record ProcedureVersion(int id, int revision, boolean shipped, ProcedureDefinition definition) {}
