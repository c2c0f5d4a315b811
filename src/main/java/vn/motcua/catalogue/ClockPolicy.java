package vn.motcua.catalogue;

/** What waiting for the applicant does to the time limit (domain rule 6). */
public enum ClockPolicy {
    /** The full limit starts again when the last missing paper has come (Nghị định 61/2018, Điều 19 khoản 4). */
    RESTART,
    /** The limit stands still while the applicant is awaited. */
    PAUSE
}
