package vn.motcua.mine;

import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Status;

/** What a dossier waits for the applicant to do. */
enum Todo {
    SUPPLEMENT,
    PAYMENT,
    RESULT,
    RATING;

    /** @param rate whether a rating is still asked for */
    static @Nullable Todo of(Status status, boolean rate) {
        return switch (status) {
            case WAITING_SUPPLEMENT -> SUPPLEMENT;
            case WAITING_PAYMENT -> PAYMENT;
            case RESOLVED -> RESULT;
            case RETURNED -> rate ? RATING : null;
            default -> null;
        };
    }
}
