package vn.motcua.dossier;

/** What can happen to a dossier's clock; every one is a row of the ledger. */
public enum EventKind {
    /** An online filing reached the desk; the clock does not run yet. */
    FILED("nộp hồ sơ"),
    /** The desk accepted it: this is the receipt, and the clock starts (domain rule 2). */
    ACCEPTED("tiếp nhận"),
    NOT_ACCEPTED("không tiếp nhận"),
    PROCESSING_BEGUN("chuyển xử lý"),
    SUPPLEMENT_ASKED("yêu cầu bổ sung"),
    SUPPLEMENT_RECEIVED("nhận đủ giấy tờ bổ sung"),
    PAYMENT_ASKED("yêu cầu nộp phí, lệ phí"),
    PAYMENT_RECEIVED("đã nộp phí, lệ phí"),
    WITHDRAWAL_ASKED("yêu cầu rút hồ sơ"),
    WITHDRAWAL_DECLINED("không đồng ý cho rút hồ sơ"),
    /** A legal extension, in the unit of the limit (domain rule 7). */
    EXTENDED("gia hạn"),
    /** Apology and re-appointment: a new appointment that excuses nothing (domain rule 8). */
    REAPPOINTED("xin lỗi và hẹn lại"),
    /** Refused after appraisal, the refusal is at the desk; counts as resolved (domain rule 11). */
    REFUSED("từ chối giải quyết"),
    /** The result is at the one-stop desk: the clock stops (domain rule 9). */
    RESOLVED("có kết quả tại bộ phận một cửa"),
    WITHDRAWN("rút hồ sơ"),
    STOPPED("dừng xử lý"),
    /** The applicant has the result; the clock stopped before. */
    RETURNED("trả kết quả"),
    /** Decided anew because the working calendar changed. */
    RECALCULATED("tính lại thời hạn theo lịch làm việc mới");

    private final String vietnamese;

    EventKind(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }

    /** Whether it ends the dossier's clock. */
    boolean endsClock() {
        return this == REFUSED || this == RESOLVED || this == WITHDRAWN || this == STOPPED;
    }
}
