package vn.motcua.dossier;

/** How a dossier ended. */
public enum Outcome {
    GRANTED("đã giải quyết"),
    REFUSED("từ chối"),
    WITHDRAWN("rút hồ sơ"),
    STOPPED("dừng xử lý"),
    NOT_ACCEPTED("không tiếp nhận");

    private final String vietnamese;

    Outcome(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }
}
