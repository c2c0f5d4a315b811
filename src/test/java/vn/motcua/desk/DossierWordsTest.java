package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Timeliness;
import vn.motcua.people.StaffGroup;

/** The words of the dossier page, in both languages. */
class DossierWordsTest {

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(words("dossier_en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(words("dossier").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier", "dossier_en"})
    void whatever_a_dossier_can_be_has_a_name(String bundle) throws IOException {
        Stream<String> groups = Arrays.stream(StaffGroup.values()).map(group -> "dossier.group." + group.code());
        assertThat(words(bundle).stringPropertyNames())
                .containsAll(groups.toList())
                .containsAll(keys("status", Status.values()))
                .containsAll(keys("event", EventKind.values()))
                .containsAll(keys("outcome", Outcome.values()))
                .containsAll(keys("timeliness", Timeliness.values()))
                .containsAll(keys("channel", Channel.values()))
                .containsAll(keys("applicant", Applicant.Kind.values()))
                .containsAll(keys("units", LimitUnit.values()))
                .containsAll(keys("print", PrintLink.values()));
    }

    private static java.util.List<String> keys(String what, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> "dossier." + what + "." + value.name())
                .toList();
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(DossierWordsTest.class.getResourceAsStream("/i18n/" + bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
