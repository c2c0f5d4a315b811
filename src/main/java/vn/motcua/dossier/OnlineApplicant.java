package vn.motcua.dossier;

/** Applicants who act for themselves from their accounts, as ledger, submissions and files name them: never like staff. */
public final class OnlineApplicant {

    /** What no staff member can be called; the number of the account follows. */
    public static final String PREFIX = "applicant:";

    private static final String VIETNAMESE = "Người nộp (trực tuyến)";

    private OnlineApplicant() {}

    public static boolean isActor(String actor) {
        return actor.startsWith(PREFIX);
    }

    /** What people read for an actor who is no staff member. */
    public static String shown(String actor) {
        return isActor(actor) ? VIETNAMESE : actor;
    }
}
