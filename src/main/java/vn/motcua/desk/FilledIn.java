package vn.motcua.desk;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.dossier.Submission;
import vn.motcua.forms.Field;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.Kind;
import vn.motcua.forms.Option;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.Consultation;

/** What people filled in, with the labels of the forms of a process: the process' own, or the one for other agencies. */
final class FilledIn {

    private static final String OTHER_AGENCIES = "agency-step";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final FormDefinition SUPPLEMENT = DossierAction.read(Submission.SUPPLEMENT);
    private static final FormDefinition RESULT_WISH = DossierAction.read(Submission.RESULT_WISH);

    private final String process;

    FilledIn(String process) {
        this.process = process;
    }

    /** The fields that a finished task asked for; what its form only showed is left out. */
    List<Filled> of(Submission submission) {
        Optional<FormDefinition> form = form(process, submission.taskKey()).or(() -> beside(submission.taskKey()));
        return form.map(known -> filled(known.fields(), submission.fields()))
                .orElseGet(() -> unlabelled(submission.fields()));
    }

    /**
     * The fields of the filing as they stand now, in the sections of the start form.
     *
     * @param apart what the page shows elsewhere
     */
    List<FilledSection> filing(Map<String, Object> values, Set<String> apart) {
        return form(process, Submission.START).stream()
                .flatMap(form -> form.sections().stream())
                .map(section -> new FilledSection(
                        section.heading(),
                        filled(
                                section.fields().stream()
                                        .filter(field -> !apart.contains(field.key()))
                                        .toList(),
                                values)))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    /** Some fields of the filing as they stand now, in the order of the start form. */
    List<Filled> some(Map<String, Object> values, Set<String> keys) {
        return form(process, Submission.START).stream()
                .flatMap(form -> filled(form.fields(), values).stream())
                .filter(field -> keys.contains(field.key()))
                .toList();
    }

    private static List<Filled> filled(List<Field> fields, Map<String, Object> values) {
        return fields.stream()
                .filter(field -> !field.readOnly() && !field.isHidden(values))
                .flatMap(field -> Stream.ofNullable(values.get(field.key())).map(value -> filled(field, value)))
                .toList();
    }

    private static Filled filled(Field field, Object value) {
        return value instanceof Boolean tick
                ? new Filled(field.key(), field.label(), "", tick)
                : new Filled(field.key(), field.label(), text(field, value), null);
    }

    private static String text(Field field, Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> choice(field, each)).collect(Collectors.joining(", "));
        }
        if (value instanceof Number number) {
            String amount = NumberFormat.getInstance(VIETNAMESE).format(number);
            return field.unit().isBlank() ? amount : amount + " " + field.unit();
        }
        return field.kind() == Kind.DATE
                ? VietnameseDates.day(LocalDate.parse(String.valueOf(value)))
                : choice(field, value);
    }

    private static String choice(Field field, Object value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private static List<Filled> unlabelled(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(field -> new Filled(field.getKey(), field.getKey(), String.valueOf(field.getValue()), null))
                .toList();
    }

    private static Optional<FormDefinition> beside(String task) {
        return switch (task) {
            case Consultation.ASKED -> Optional.of(DossierAction.OPINION.form());
            case Submission.SUPPLEMENT -> Optional.of(SUPPLEMENT);
            case Submission.RESULT_WISH -> Optional.of(RESULT_WISH);
            default -> form(OTHER_AGENCIES, task);
        };
    }

    private static Optional<FormDefinition> form(String process, String task) {
        try {
            return Optional.of(FormDefinition.shipped(process + "-" + task));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }
}
