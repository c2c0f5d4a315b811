package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import vn.motcua.forms.Field;
import vn.motcua.forms.FilledForm;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.FormParameters;
import vn.motcua.support.TestStore;

/** Forms as HTML: what every kind of field looks like, and that what a browser sends of it is what the form takes. */
class FormFieldsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Pattern CONTROL =
            Pattern.compile("<(?:(input)\\b([^>]*)>|(select|textarea)\\b([^>]*)>(.*?)</\\3>)", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected=\"selected\"");

    private static final String EVERY_KIND = """
            {"id": "every-kind", "type": "default", "components": [
              {"id": "G", "type": "group", "label": "Mọi loại", "components": [
                {"id": "known", "type": "number", "key": "known", "label": "Số tiền", "disabled": true,
                 "appearance": {"suffixAdorner": "đồng"}},
                {"id": "text", "type": "textfield", "key": "text", "label": "Một dòng", "description": "Ghi ngắn.",
                 "validate": {"required": true}},
                {"id": "mail", "type": "textfield", "key": "mail", "label": "Thư", "validate": {"validationType": "email"}},
                {"id": "area", "type": "textarea", "key": "area", "label": "Nhiều dòng"},
                {"id": "number", "type": "number", "key": "number", "label": "Số", "decimalDigits": 0,
                 "appearance": {"suffixAdorner": "trang"}},
                {"id": "select", "type": "select", "key": "select", "label": "Chọn một",
                 "values": [{"value": "a", "label": "Á"}, {"value": "b", "label": "Bê"}]},
                {"id": "radio", "type": "radio", "key": "radio", "label": "Đánh dấu một", "validate": {"required": true},
                 "values": [{"value": "yes", "label": "Có"}, {"value": "no", "label": "Không"}]},
                {"id": "tick", "type": "checkbox", "key": "tick", "label": "Đồng ý"},
                {"id": "list", "type": "checklist", "key": "list", "label": "Đánh dấu nhiều",
                 "values": [{"value": "x", "label": "Ích"}, {"value": "y", "label": "I"}, {"value": "z", "label": "Dét"}]},
                {"id": "tags", "type": "taglist", "key": "tags", "label": "Nhãn",
                 "values": [{"value": "p", "label": "Pê"}, {"value": "q", "label": "Quy"}]},
                {"id": "day", "type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Ngày"},
                {"id": "why", "type": "textarea", "key": "why", "label": "Vì sao", "validate": {"required": true},
                 "conditional": {"hide": "=radio != \\"no\\""}}
              ]}]}
            """;

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.web();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void every_kind_of_field_has_its_control_its_name_and_its_words() {
        FormDefinition form = FormDefinition.parse(EVERY_KIND);
        String html = render(FilledForm.of(form, Map.of("known", 1_800_000, "radio", "no"), TODAY), "/ask");
        assertThat(html)
                .containsPattern("<legend>Mọi loại</legend>")
                .containsPattern(
                        "<dt>Số tiền</dt>\\s*<dd\\s*><span class=\"mc-text\"\\s*>1[.]800[.]000</span> đồng</dd>")
                .containsPattern(
                        "<label for=\"f-text\">Một dòng\\s*<small class=\"mc-required\" lang=\"vi\">\\(bắt buộc\\)")
                .containsPattern("<p class=\"mc-hint\" id=\"f-text-hint\">Ghi ngắn.</p>")
                .containsPattern("<textarea[^>]*id=\"f-area\" name=\"area\"")
                .containsPattern("<span class=\"input-group-text\">trang</span>")
                .containsPattern("<option value=\"b\">Bê</option>")
                .containsPattern(
                        "<fieldset class=\"mc-choice\" role=\"radiogroup\" aria-required=\"true\">\\s*<legend>Đánh dấu một")
                .containsPattern("<label class=\"form-check-label\" for=\"f-radio-1\">Không</label>")
                .doesNotContain("name=\"known\"");
        assertThat(attributes(html, "f-text")).contains("aria-describedby=\"f-text-hint\"", "aria-required=\"true\"");
        assertThat(attributes(html, "f-number")).contains("inputmode=\"numeric\"", "type=\"text\"");
        assertThat(attributes(html, "f-mail")).contains("type=\"email\"");
        assertThat(attributes(html, "f-day")).contains("type=\"date\"");
        assertThat(attributes(html, "f-tick")).contains("type=\"checkbox\"", "value=\"true\"");
        assertThat(attributes(html, "f-radio-1")).contains("name=\"radio\"", "value=\"no\"", "checked=\"checked\"");
        assertThat(attributes(html, "f-list")).contains("type=\"checkbox\"", "name=\"list\"");
        assertThat(attributes(html, "f-radio-field")).contains("data-hx-post=\"/ask\"");
        assertThat(attributes(html, "f-text-field")).doesNotContain("data-hx-post");
        assertThat(attributes(html, "f-why-field")).contains("mc-conditional").doesNotContain("hidden");
    }

    @Test
    void a_field_that_is_not_asked_for_is_there_but_hidden() {
        FormDefinition form = FormDefinition.parse(EVERY_KIND);
        String html = render(FilledForm.of(form, Map.of("radio", "yes"), TODAY), "");
        assertThat(attributes(html, "f-why-field")).contains("hidden=\"hidden\"");
        assertThat(html).contains("name=\"why\"").doesNotContain("data-hx-post");
    }

    @Test
    void what_is_wrong_stands_beside_its_field_with_what_was_typed() {
        FormDefinition form = FormDefinition.parse(EVERY_KIND);
        Map<String, List<String>> typed =
                Map.of("text", List.of("\"><script>"), "list", List.of("y", "z"), "number", List.of("ba"));
        Map<String, String> problems = Map.of("text", "Sửa <text>.", "radio", "Chọn đi.", "list", "Bớt đi.");
        String html = render(FilledForm.of(form, Map.of(), typed, problems, TODAY), "");
        assertThat(html)
                .contains("Sửa &lt;text&gt;.", "value=\"ba\"", "value=\"&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script>");
        assertThat(attributes(html, "f-text"))
                .contains("aria-describedby=\"f-text-hint f-text-error\"", "aria-invalid=\"true\"");
        assertThat(html)
                .containsPattern("role=\"radiogroup\" aria-describedby=\"f-radio-error\" aria-invalid=\"true\"");
        assertThat(posted(html)).containsEntry("list", List.of("y", "z"));
    }

    @Test
    void all_that_a_browser_sends_of_every_kind_is_taken_as_it_was_filled_in() {
        FormDefinition form = FormDefinition.parse(EVERY_KIND);
        Map<String, Object> filled = Map.of(
                "text",
                "Chữ",
                "area",
                "Một\n\nhai",
                "number",
                3,
                "select",
                "b",
                "radio",
                "no",
                "tick",
                true,
                "list",
                List.of("x", "z"),
                "tags",
                List.of("q"),
                "day",
                "2026-12-01",
                "why",
                "Vì thế");
        assertThat(form.accept(
                        FormParameters.submitted(form, posted(render(FilledForm.of(form, filled, TODAY), ""))), TODAY))
                .isEqualTo(form.accept(filled, TODAY));
    }

    @Test
    void a_browser_sends_nothing_for_what_is_left_out_and_other_parameters_are_none_of_the_form() {
        FormDefinition form = FormDefinition.parse(EVERY_KIND);
        Map<String, List<String>> sent =
                new HashMap<>(posted(render(FilledForm.of(form, Map.of("text", "a", "radio", "yes"), TODAY), "")));
        sent.put("_csrf", List.of("t"));
        sent.put("known", List.of("5"));
        sent.put("more", List.of());
        assertThat(form.accept(FormParameters.submitted(form, sent), TODAY))
                .isEqualTo(Map.of("text", "a", "radio", "yes", "tick", false));
    }

    static Stream<String> shipped() {
        return Stream.of(Objects.requireNonNull(new java.io.File("forms").list()))
                .filter(name -> name.endsWith(".form"))
                .map(name -> name.replace(".form", ""))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void what_a_shipped_form_posts_back_is_accepted_as_it_was_filled_in(String key) {
        FormDefinition form = FormDefinition.shipped(key);
        List<String> decisions = form.field("decision")
                .map(field ->
                        field.options().stream().map(option -> option.value()).toList())
                .orElse(List.of("none"));
        for (String decision : decisions) {
            Map<String, Object> filled = new LinkedHashMap<>();
            form.fields().stream()
                    .filter(field -> !field.readOnly())
                    .forEach(field -> filled.put(field.key(), good(field)));
            form.field("decision").ifPresent(field -> filled.put("decision", decision));
            String html = render(FilledForm.of(form, filled, TODAY), "/ask");
            assertThat(form.accept(FormParameters.submitted(form, posted(html)), TODAY))
                    .as(decision)
                    .isEqualTo(form.accept(filled, TODAY))
                    .isNotEmpty();
            form.fields().stream().filter(field -> !field.readOnly()).forEach(field -> assertThat(html)
                    .as("a name for %s", field.key())
                    .containsPattern("(for=\"f-%1$s\"|<legend>)\\Q%2$s\\E|<label[^>]*for=\"f-%1$s\">\\Q%2$s\\E"
                            .formatted(field.key(), field.label())));
        }
    }

    private static Object good(Field field) {
        return switch (field.kind()) {
            case NUMBER -> Objects.requireNonNull(field.limits().min()).intValueExact();
            case SELECT, RADIO -> field.options().get(0).value();
            case CHECKLIST, TAGLIST -> List.of(field.options().get(0).value());
            case CHECKBOX -> true;
            case DATE -> TODAY.plusDays(14).toString();
            case TEXT ->
                Map.of(
                                "phone",
                                "0912345678",
                                "idNumber",
                                "012345678901",
                                "receiverId",
                                "012345678901",
                                "email",
                                "an@langson.gov.vn")
                        .getOrDefault(field.key(), "Nguyễn \"Văn\" <An> & con");
            case TEXT_AREA -> "\tĐủ điều kiện & <b>hợp lệ</b>\n\ntheo quy định.".strip();
        };
    }

    /** What a browser would send of the controls of a page, hidden or not. */
    private static Map<String, List<String>> posted(String html) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(html);
        while (control.find()) {
            boolean input = control.group(1) != null;
            String attributes = control.group(input ? 2 : 4);
            String name = value(attributes, "name");
            String sent = sent(control.group(input ? 1 : 3), attributes, control.group(5));
            if (name != null && sent != null) {
                posted.computeIfAbsent(name, any -> new ArrayList<>()).add(HtmlUtils.htmlUnescape(sent));
            }
        }
        return posted;
    }

    private static String sent(String tag, String attributes, String content) {
        if (tag.equals("select")) {
            Matcher selected = SELECTED.matcher(content);
            return selected.find() ? selected.group(1) : "";
        }
        if (tag.equals("textarea")) {
            return content.startsWith("\n") ? content.substring(1) : content;
        }
        boolean box = attributes.contains("type=\"radio\"") || attributes.contains("type=\"checkbox\"");
        return box && !attributes.contains("checked=\"checked\"")
                ? null
                : Objects.requireNonNullElse(value(attributes, "value"), "");
    }

    private static String value(String attributes, String name) {
        Matcher value = Pattern.compile("(?<![\\w-])" + name + "=\"([^\"]*)\"").matcher(attributes);
        return value.find() ? value.group(1) : null;
    }

    private static String attributes(String html, String id) {
        Matcher element =
                Pattern.compile("<\\w+\\b[^>]*id=\"" + id + "\"[^>]*>").matcher(html);
        assertThat(element.find()).as(id + " in " + html).isTrue();
        return element.group();
    }

    private static String render(FilledForm filled, String hide) {
        MockServletContext servlet = new MockServletContext();
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
                Locale.forLanguageTag("vi"),
                Map.of("filled", filled, "hide", hide));
        return store.bean(SpringTemplateEngine.class).process("form/fields", java.util.Set.of("fields"), context);
    }
}
