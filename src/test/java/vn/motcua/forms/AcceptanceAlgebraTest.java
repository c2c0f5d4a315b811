package vn.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever is thrown at a shipped form, it is refused in words, or accepted once and for all. */
class AcceptanceAlgebraTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 1, 28);

    @Provide
    Arbitrary<FormDefinition> forms() {
        return Arbitraries.of(
                ShippedFormsTest.keys().map(FormDefinition::shipped).toList());
    }

    @Provide
    Arbitrary<List<Object>> values() {
        Arbitrary<Object> likely = Arbitraries.of(
                "accept",
                "supplement",
                "refuse",
                "paid",
                "unpaid",
                "reappoint",
                "agree",
                "decline",
                "approve",
                "printed",
                "audio",
                "none",
                "PERSON",
                "ONLINE",
                "0912345678",
                "012345678901",
                "an@langson.vn",
                "2019-02-11",
                "12",
                "Đủ điều kiện",
                true,
                12,
                "");
        Arbitrary<Object> wild = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(Object.class::cast),
                Arbitraries.strings()
                        .withCharRange('\u0300', '\u030f')
                        .withChars("aêd\u200b\r\n \u2028")
                        .ofMaxLength(20),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.bigDecimals().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.of(List.of("a"), Map.of(), new BigDecimal("1E+99999")));
        return Arbitraries.frequencyOf(Tuple.of(6, likely), Tuple.of(1, wild))
                .list()
                .ofSize(20);
    }

    @Property(tries = 2_000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void acceptedOnceIsAcceptedForGood(@ForAll("forms") FormDefinition form, @ForAll("values") List<Object> values) {
        Map<String, Object> given = form.fields().stream()
                .collect(Collectors.toMap(
                        Field::key,
                        field -> fitting(field, values.get(form.fields().indexOf(field)))));
        Optional<Map<String, Object>> accepted = accept(form, given);
        accepted.ifPresent(once -> assertThat(form.accept(once, TODAY)).isEqualTo(once));
        Statistics.collect(accepted.isPresent());
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    }

    private static Optional<Map<String, Object>> accept(FormDefinition form, Map<String, Object> given) {
        try {
            return Optional.of(form.accept(given, TODAY));
        } catch (InvalidSubmission refusal) {
            assertThat(refusal.problems()).isNotEmpty().allSatisfy((key, sentence) -> assertThat(sentence)
                    .contains("“")
                    .endsWith("."));
            return Optional.empty();
        }
    }

    /** Mostly one of the options, so that every branch of a form is reached. */
    private static Object fitting(Field field, Object value) {
        List<Option> options = field.options();
        return options.isEmpty() || value.equals("")
                ? value
                : options.get(Math.floorMod(value.hashCode(), options.size())).value();
    }
}
