package vn.motcua.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody types who changes the own password. */
public record NewPassword(String current, String password, String again) {

    /**
     * What is wrong, by field; whether the current one is right is another question.
     *
     * @param rule what the rules have against the new one
     */
    public Map<String, Sentence> problems(Optional<Sentence> rule) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (current.isEmpty()) {
            problems.put("current", new Sentence("people.password.currentMissing"));
        }
        rule.ifPresent(problem -> problems.put("password", problem));
        if (password.equals(current)) {
            problems.putIfAbsent("password", new Sentence("people.password.same"));
        }
        if (!password.equals(again)) {
            problems.put("again", new Sentence("people.password.againDiffers"));
        }
        return problems;
    }
}
