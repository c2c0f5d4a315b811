package vn.motcua.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.refusal.Refusal;

/** A submission that does not keep to its form; each field to change has a sentence. */
public final class InvalidSubmission extends Refusal {

    private static final int TOLD_AT_ONCE = 5;

    private final Map<String, String> problems;

    /** @param problems field key to the sentence that says what to do, in the order of the form */
    public InvalidSubmission(Map<String, String> problems) {
        super(message(problems));
        this.problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** Field key to the sentence that says what to do, in the order of the form. */
    public Map<String, String> problems() {
        return problems;
    }

    private static String message(Map<String, String> problems) {
        String told = problems.values().stream().limit(TOLD_AT_ONCE).collect(Collectors.joining(" "));
        int more = problems.size() - TOLD_AT_ONCE;
        return more <= 0 ? told : told + " Còn %d chỗ khác cần sửa.".formatted(more);
    }
}
