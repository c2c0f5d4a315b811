package vn.motcua.documents;

/** A circular's set of forms; its code is the folder of its templates. */
enum FormSet {
    TT_01_2018("tt-01-2018", "Thông tư 01/2018/TT-VPCP"),
    TT_03_2025("tt-03-2025", "Thông tư 03/2025/TT-VPCP");

    private final String code;
    private final String vietnamese;

    FormSet(String code, String vietnamese) {
        this.code = code;
        this.vietnamese = vietnamese;
    }

    String code() {
        return code;
    }

    String vietnamese() {
        return vietnamese;
    }

    static FormSet ofCode(String code) {
        for (FormSet set : values()) {
            if (set.code.equals(code)) {
                return set;
            }
        }
        throw new IllegalStateException("No set of forms " + code);
    }
}
