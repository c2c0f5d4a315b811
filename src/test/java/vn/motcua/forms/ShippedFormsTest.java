package vn.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every form of the build keeps to, and what the rules of its fields mean for real values. */
class ShippedFormsTest {

    private static final Path FORMS = Path.of("forms");
    private static final LocalDate TODAY = LocalDate.of(2019, 1, 28);
    private static final List<String> COMMON_TASKS = List.of(
            "start",
            "intake-check",
            "await-papers",
            "confirm-payment",
            "receive-supplement",
            "reappoint",
            "overdue",
            "consider-withdrawal",
            "hand-over");
    /** Component types and properties are those of form-js 1.8.7, the one in Tasklist. */
    private static final int FORM_JS_SCHEMA = 16;

    static Stream<String> keys() {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.substring(0, name.length() - ".form".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_start_and_every_task_of_the_processes_has_its_form() {
        List<String> wanted = new ArrayList<>(List.of(
                "non-business-publication-licence-appraisal",
                "non-business-publication-licence-leader-decision",
                "online-public-service-handle",
                "online-public-service-approve",
                "agency-step-give-opinion"));
        COMMON_TASKS.forEach(task -> {
            wanted.add("non-business-publication-licence-" + task);
            wanted.add("online-public-service-" + task);
        });
        assertThat(keys().toList()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_form_parses_and_its_id_is_the_name_of_its_file(String key) throws IOException {
        assertThat(FormDefinition.shipped(key).id()).isEqualTo(key);
        JsonNode json = new ObjectMapper().readTree(FORMS.resolve(key + ".form").toFile());
        assertThat(json.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(json.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(FORM_JS_SCHEMA);
        assertThat(json.path("type").asText()).isEqualTo("default");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_word_a_person_reads_is_vietnamese_in_composed_letters(String key) {
        FormDefinition form = FormDefinition.shipped(key);
        Stream<String> words = Stream.concat(
                form.sections().stream().map(Section::heading),
                form.fields().stream()
                        .flatMap(field -> Stream.concat(
                                Stream.of(field.label(), field.description()),
                                field.options().stream().map(Option::label))));
        assertThat(words.filter(text -> !text.isEmpty()).toList())
                .allMatch(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .allMatch(text -> !text.matches("\\p{ASCII}*"), "has a Vietnamese letter")
                .allMatch(text -> Character.isUpperCase(text.codePointAt(0)), "begins with a capital")
                .doesNotContain("TODO");
        assertThat(form.sections()).allMatch(section -> !section.heading().isEmpty());
        assertThat(form.fields())
                .allMatch(field ->
                        field.description().isEmpty() || field.description().endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void no_choice_is_made_beforehand(String key) {
        assertThat(FormDefinition.shipped(key).fields()).allMatch(field -> field.preset() == null);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_pattern_is_explained_and_means_the_same_in_browsers(String key) {
        assertThat(FormDefinition.shipped(key).fields())
                .filteredOn(field -> field.limits().pattern() != null)
                .allMatch(field -> field.description().startsWith("Ghi ")
                        || field.description().startsWith("Cá nhân ghi "))
                .extracting(field -> field.limits().pattern().pattern())
                .allMatch(pattern -> pattern.startsWith("^") && pattern.endsWith("$"))
                .allMatch(pattern -> pattern.matches("[\\^$()|?*{},0-9A-Za-z\\[\\]-]*(\\\\d[^\\\\]*)*"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_task_begins_with_its_dossier_which_cannot_be_changed(String key) {
        FormDefinition form = FormDefinition.shipped(key);
        if (key.endsWith("-start")) {
            assertThat(form.fields()).noneMatch(Field::readOnly);
            return;
        }
        assertThat(form.fields().subList(0, 3)).allMatch(Field::readOnly);
        assertThat(form.fields().subList(0, 2)).extracting(Field::key).containsExactly("dossierCode", "applicantName");
        assertThat(form.fields().get(2).key()).isEqualTo(key.startsWith("online-public-service") ? "content" : "title");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_decision_can_be_taken_and_asks_for_what_belongs_to_it(String key) {
        FormDefinition form = FormDefinition.shipped(key);
        form.field("decision").ifPresent(decision -> {
            assertThat(decision.required()).isTrue();
            assertThat(decision.kind()).isEqualTo(Kind.RADIO);
            for (Option option : decision.options()) {
                Map<String, Object> filled = filled(form);
                filled.put("decision", option.value());
                assertThat(form.accept(filled, TODAY)).containsEntry("decision", option.value());
            }
        });
        assertThat(form.accept(filled(form), TODAY)).isNotEmpty();
    }

    /** The contract with the processes: which answers hide what. */
    @ParameterizedTest
    @CsvSource({
        "non-business-publication-licence-intake-check, reason, supplement reject",
        "online-public-service-intake-check, reason, supplement reject",
        "non-business-publication-licence-confirm-payment, receiptNumber, paid",
        "online-public-service-confirm-payment, receiptNumber, paid",
        "non-business-publication-licence-confirm-payment, reason, unpaid",
        "online-public-service-confirm-payment, reason, unpaid",
        "non-business-publication-licence-appraisal, reason, refuse supplement",
        "non-business-publication-licence-appraisal, opinion, approve refuse supplement",
        "online-public-service-handle, reason, refuse supplement",
        "online-public-service-handle, opinion, forward refuse supplement",
        "non-business-publication-licence-leader-decision, reason, send-back refuse",
        "online-public-service-approve, reason, send-back refuse",
        "non-business-publication-licence-reappoint, appointment, reappoint",
        "online-public-service-reappoint, appointment, reappoint",
        "online-public-service-reappoint, reason, reappoint not-needed",
        "non-business-publication-licence-consider-withdrawal, reason, decline",
        "online-public-service-consider-withdrawal, reason, decline",
        "agency-step-give-opinion, opinion, agree disagree",
    })
    void a_field_is_demanded_with_the_answers_it_belongs_to_and_no_others(String key, String field, String answers) {
        FormDefinition form = FormDefinition.shipped(key);
        for (Option answer : form.field("decision").orElseThrow().options()) {
            Map<String, Object> filled = filled(form);
            filled.put("decision", answer.value());
            filled.remove(field);
            boolean belongs = List.of(answers.split(" ")).contains(answer.value());
            assertThat(problems(form, filled).containsKey(field))
                    .as(answer.value())
                    .isEqualTo(belongs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "idNumber, 012345678901, true",
        "idNumber, 0123456789, true",
        "idNumber, 0123456789012, true",
        "idNumber, 0123456789-012, true",
        "idNumber, 01234567890, false",
        "idNumber, 012345678, false",
        "idNumber, 01234567890A, false",
        "idNumber, 012 345 678 901, false",
        "idNumber, '', true",
        "phone, 0912345678, true",
        "phone, 02053812345, true",
        "phone, 912345678, false",
        "phone, +84912345678, false",
        "phone, 091234567, false",
        "phone, 091234567890, false",
        "phone, 0912.345.678, false",
        "phone, '', false",
        "email, an@langson.gov.vn, true",
        "email, an@, false",
        "email, '', true",
        "printRun, 0, false",
        "printRun, 500, true",
        "units, 0, false",
        "units, -1, false",
        "units, 1.5, false",
        "units, 120, true",
        "units, 100001, false",
        "media, video, false",
        "subject, party-history, true",
        "channel, in_person, false",
        "applicantKind, ORGANISATION, true",
        "title, ' ', false",
    })
    void a_new_dossier_takes_real_values_and_no_others(String field, String value, boolean taken) {
        FormDefinition form = FormDefinition.shipped("non-business-publication-licence-start");
        Map<String, Object> filled = filled(form);
        filled.put(field, value);
        assertThat(problems(form, filled).containsKey(field)).isEqualTo(!taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "content"})
    void an_opinion_shows_only_what_the_dossier_has(String key) {
        Field field =
                FormDefinition.shipped("agency-step-give-opinion").field(key).orElseThrow();
        assertThat(field.isHidden(Map.of())).isTrue();
        assertThat(field.isHidden(Map.of(key, ""))).isTrue();
        assertThat(field.isHidden(Map.of(key, "Kỷ yếu"))).isFalse();
    }

    private static Map<String, Object> filled(FormDefinition form) {
        Map<String, Object> filled = new HashMap<>(form.fields().stream()
                .filter(field -> !field.readOnly())
                .collect(Collectors.toMap(Field::key, ShippedFormsTest::goodValue)));
        form.field("dossierCode").ifPresent(code -> filled.put(code.key(), "another one"));
        return filled;
    }

    private static Object goodValue(Field field) {
        return switch (field.kind()) {
            case NUMBER -> Objects.requireNonNull(field.limits().min()).intValueExact();
            case SELECT, RADIO -> field.options().get(0).value();
            case CHECKLIST, TAGLIST -> List.of(field.options().get(0).value());
            case CHECKBOX -> true;
            case DATE -> TODAY.plusDays(14).toString();
            case TEXT ->
                Map.of(
                                "phone", "0912345678",
                                "idNumber", "012345678901",
                                "receiverId", "012345678901",
                                "email", "an@langson.gov.vn")
                        .getOrDefault(field.key(), "Nguyễn Văn An");
            case TEXT_AREA -> "Đủ điều kiện theo quy định.";
        };
    }

    private static Map<String, String> problems(FormDefinition form, Map<String, ?> submitted) {
        InvalidSubmission refusal = catchThrowableOfType(InvalidSubmission.class, () -> form.accept(submitted, TODAY));
        return refusal == null ? Map.of() : refusal.problems();
    }
}
