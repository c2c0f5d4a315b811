package vn.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "=decision = \"a\"                              | a | true",
                "=decision = \"a\"                              | b | false",
                "=decision = \"a\"                              |   | false",
                "=decision != \"a\"                             |   | true",
                "=decision != \"a\" and decision != \"b\"       | b | false",
                "=decision != \"a\" and decision != \"b\"       | c | true",
                "=decision = null or decision = \"a\"           |   | true",
            })
    void fields_are_compared(String condition, String decision, boolean holds) {
        Map<String, String> values = decision == null ? Map.of() : Map.of("decision", decision);
        assertThat(Condition.parse(condition).holds(values)).isEqualTo(holds);
    }

    @Test
    void what_cannot_be_compared_does_not_hold() {
        Condition condition = Condition.parse("=fee > 3");
        assertThat(condition.holds(Map.of("fee", 4L))).isTrue();
        assertThat(condition.holds(Map.of("fee", "4"))).isFalse();
        assertThat(condition.holds(Map.of("fee", List.of(4L)))).isFalse();
    }

    @Test
    void what_was_filled_in_is_never_read_as_an_expression() {
        Condition condition = Condition.parse("=decision = \"a\"");
        for (String told : List.of("\" or true or \"", "a\" or decision = \"x", "=true", "${true}", "null")) {
            assertThat(condition.holds(Map.of("decision", told))).as(told).isFalse();
        }
    }

    @Test
    void it_knows_what_it_asks_about_wherever_that_stands() {
        assertThat(Condition.parse("=a = 1 or (b != \"c\" and d.e = f)").asked())
                .containsExactlyInAnyOrder("a", "b", "d", "f");
    }
}
