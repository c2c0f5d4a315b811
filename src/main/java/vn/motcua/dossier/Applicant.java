package vn.motcua.dossier;

/** Whose dossier it is. */
public record Applicant(Kind kind, String name) {

    /** The numbers 1 and 2 are the national ones (LoaiDoiTuong). */
    public enum Kind {
        PERSON,
        ORGANISATION;

        public int number() {
            return ordinal() + 1;
        }
    }
}
