package vn.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.refusal.Refusal;

class FormDefinitionTest {

    private static final String DECISION =
            "{'id':'d','type':'radio','key':'decision','label':'D','values':[{'value':'a','label':'A'}]}";
    private static final String SHOWN = "{'id':'s','type':'textfield','key':'shown','label':'S','disabled':true}";

    @Test
    void fields_stand_in_the_sections_and_the_order_of_the_file() {
        FormDefinition form = parse(
                "{'id':'x','type':'textfield','key':'x','label':'X'}",
                "{'id':'g','type':'group','label':'G','components':[" + DECISION + "," + SHOWN + "]}",
                "{'id':'y','type':'checkbox','key':'y','label':'Y'}");
        assertThat(form.sections()).extracting(Section::heading).containsExactly("", "G", "");
        assertThat(form.fields()).extracting(Field::key).containsExactly("x", "decision", "shown", "y");
        assertThat(form.field("shown").orElseThrow().readOnly()).isTrue();
        assertThat(form.field("decision").orElseThrow().options()).containsExactly(new Option("a", "A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'filepicker','label':'X'                                       | type filepicker is not known",
                "'type':'textfield'                                                    | label is missing",
                "'type':'textfield','label':'=a'                                       | label is an expression",
                "'type':'textfield','label':'{{a}}'                                    | label is an expression",
                "'type':'radio','label':'X','values':[{'value':'a','label':'A'},{'value':'a','label':'B'}] | an option is there twice",
                "'type':'textfield','label':'X','conditonal':{}                        | property conditonal is not known",
                "'type':'textfield','label':'X','validate':{'minLenght':3}             | property minLenght is not known",
                "'type':'textfield','label':'X','validate':{'min':3}                   | property min is not known",
                "'type':'textfield','label':'X','validate':{'pattern':'['}             | cannot be read",
                "'type':'textfield','label':'X','validate':{'required':'=a'}           | required is not true or false",
                "'type':'textfield','label':'X','validate':{'validationType':'phone'}  | validationType phone is not known",
                "'type':'textfield','label':'X','readonly':'=decision = 1'             | readonly is not true or false",
                "'type':'number','label':'X','validate':{'min':'=a'}                   | min is not a number",
                "'type':'number','label':'X','decimalDigits':1.5                       | decimalDigits is not a count",
                "'type':'select','label':'X'                                           | a choice needs options",
                "'type':'select','label':'X','valuesKey':'all'                         | property valuesKey is not known",
                "'type':'datetime','dateLabel':'X','subtype':'time'                    | only the subtype date",
                "'type':'textfield','label':'X','conditional':{'hide':'decision'}      | does not begin with =",
                "'type':'textfield','label':'X','conditional':{'hide':'=decision ='}   | failed to parse",
                "'type':'textfield','label':'X','conditional':{'hide':'=decison = 1'}  | not a field before it",
                "'type':'textfield','label':'X','conditional':{'hide':'=x = 1'}        | not a field before it",
                "'type':'textfield','label':'X','conditional':{'hide':'=shown = 1'}    | not a field before it",
                "'type':'textfield','label':'X','conditional':{'hide':'=decision = 1 or today() > now()'} | calls a function",
            })
    void what_browsers_would_do_and_the_server_would_not_is_refused(String properties, String reason) {
        assertThatThrownBy(() -> parse(DECISION, SHOWN, "{'id':'x','key':'x'," + properties + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("form test/x")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier.code", "Tên", "x y", "", "class-name", "9"})
    void a_key_is_a_plain_name(String key) {
        assertThatThrownBy(() -> parse("{'id':'x','type':'textfield','label':'X','key':'" + key + "'}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_and_keys_are_unique() {
        assertThatThrownBy(() -> parse(DECISION, DECISION.replace("'d'", "'other'")))
                .hasMessageContaining("decision is there twice");
        assertThatThrownBy(() -> parse(DECISION, DECISION.replace("'decision'", "'other'")))
                .hasMessageContaining("d is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"id\":\"a\",\"id\":\"b\"}", "{\"id\":\"a\"} {}", "null"})
    void what_is_not_a_form_is_refused(String json) {
        assertThatThrownBy(() -> FormDefinition.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-form", "../application", "", "/", "a.b"})
    void a_form_nobody_shipped_is_refused_in_words(String key) {
        assertThatThrownBy(() -> FormDefinition.shipped(key))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Không có biểu mẫu này");
    }

    /** Quotes are written ', and ` within text. */
    static FormDefinition parse(String... components) {
        return FormDefinition.parse(
                ("{'id':'test','type':'default','components':[" + String.join(",", components) + "]}")
                        .replace('\'', '"')
                        .replace("`", "\\\""));
    }
}
