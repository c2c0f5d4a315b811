package vn.motcua.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.forms.Field;
import vn.motcua.forms.Section;
import vn.motcua.intake.IntakeEntry;
import vn.motcua.intake.IntakeSheet;

/** The pages of a filing: one for each part of the form, then the papers, then how the result is wanted. */
record Steps(List<Step> all) {

    static final String FILES = "files";
    static final String RESULT = "result";

    /**
     * One page.
     *
     * @param address its last part
     * @param section of the form, null for a page that asks for something else
     * @param fields what it sends
     */
    record Step(String address, int number, @Nullable Section section, List<String> fields) {}

    static Steps of(IntakeSheet sheet) {
        List<Step> steps = new ArrayList<>();
        for (Section section : sheet.asked().sections()) {
            int number = steps.size() + 1;
            steps.add(new Step(
                    String.valueOf(number),
                    number,
                    section,
                    section.fields().stream().map(Field::key).toList()));
        }
        steps.add(new Step(FILES, steps.size() + 1, null, List.of()));
        steps.add(new Step(RESULT, steps.size() + 1, null, List.of(IntakeEntry.RESULT, IntakeEntry.ADDRESS)));
        return new Steps(List.copyOf(steps));
    }

    Step get(String address) {
        return all.stream()
                .filter(step -> step.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The page after this one; none after the last. */
    Optional<Step> after(Step step) {
        return all.stream().filter(one -> one.number() == step.number() + 1).findFirst();
    }

    Optional<Step> before(Step step) {
        return all.stream().filter(one -> one.number() == step.number() - 1).findFirst();
    }

    /** The page of the part of the form that has this heading. */
    String about(String heading) {
        return all.stream()
                .filter(step ->
                        step.section() != null && step.section().heading().equals(heading))
                .findFirst()
                .orElseThrow()
                .address();
    }

    /** The first page on which something is wrong. */
    Optional<Step> firstWrong(Map<String, String> problems) {
        return all.stream()
                .filter(step -> step.fields().stream().anyMatch(problems::containsKey))
                .findFirst();
    }
}
