package vn.motcua.documents;

/** A printed form, ready for paper. */
public record Printout(String fileName, byte[] pdf) {}
