package vn.motcua.demo;

/** What somebody does to a demo dossier. */
enum Move {
    /** Fills in a filing and leaves it unsent. */
    DRAFT,
    FILE,
    ACCEPT,
    NOT_ACCEPT,
    ASK_PAPERS_AT_INTAKE,
    PAY,
    /** Officers, of the agency and of those asked, finish what they have. */
    APPRAISE,
    ASK_SUPPLEMENT,
    BRING_SUPPLEMENT,
    SIGN,
    REFUSE,
    /** The office attaches the result for the applicant. */
    ATTACH_RESULT,
    WITHDRAW,
    HAND_OVER,
    RATE
}
