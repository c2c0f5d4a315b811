package vn.motcua.applicants;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.people.PasswordRules;
import vn.motcua.people.Sentence;

/** What somebody types to get an account. */
record Entry(String fullName, String email, String password) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_NAME = 100;

    Entry {
        fullName = fullName.strip();
        email = EmailAddress.canonical(email);
    }

    /** What is wrong, by field, in the order of the form. */
    Map<String, Sentence> problems() {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        nameProblem(fullName).ifPresent(problem -> problems.put("fullName", problem));
        if (!EmailAddress.isAddress(email)) {
            problems.put("email", new Sentence("account.wrong.email"));
        }
        passwordProblem(password, email, fullName).ifPresent(problem -> problems.put("password", problem));
        return problems;
    }

    static Optional<Sentence> nameProblem(String fullName) {
        boolean fine = !fullName.isBlank()
                && fullName.length() <= LONGEST_NAME
                && !CONTROL.matcher(fullName).find();
        return fine ? Optional.empty() : Optional.of(new Sentence("account.wrong.fullName", LONGEST_NAME));
    }

    static Optional<Sentence> passwordProblem(String password, String email, String fullName) {
        return Stream.of(email, EmailAddress.name(email))
                .map(name -> PasswordRules.problem(password, name, fullName))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
