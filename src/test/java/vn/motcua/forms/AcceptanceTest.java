package vn.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.motcua.forms.FormDefinitionTest.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {

    private static final LocalDate MONDAY = LocalDate.of(2019, 1, 28);

    private static final FormDefinition FORM = parse(
            "{'id':'code','type':'textfield','key':'code','label':'Mã','disabled':true,'validate':{'required':true}}",
            "{'id':'name','type':'textfield','key':'name','label':'Họ tên','validate':{'minLength':2,'maxLength':10}}",
            "{'id':'phone','type':'textfield','key':'phone','label':'Điện thoại','description':'Ghi 10 chữ số.',"
                    + "'validate':{'pattern':'^0[0-9]{9}$'}}",
            "{'id':'email','type':'textfield','key':'email','label':'Thư','validate':{'validationType':'email'}}",
            "{'id':'text','type':'textarea','key':'text','label':'Nội dung'}",
            "{'id':'pages','type':'number','key':'pages','label':'Số trang','decimalDigits':0,"
                    + "'validate':{'min':1,'max':5000}}",
            "{'id':'ratio','type':'number','key':'ratio','label':'Tỷ lệ','decimalDigits':2}",
            "{'id':'free','type':'number','key':'free','label':'Số đo'}",
            "{'id':'media','type':'select','key':'media','label':'Loại',"
                    + "'values':[{'value':'printed','label':'In'},{'value':'audio','label':'Nghe'}]}",
            "{'id':'tags','type':'taglist','key':'tags','label':'Nhãn',"
                    + "'values':[{'value':'a','label':'A'},{'value':'b','label':'B'}]}",
            "{'id':'tick','type':'checkbox','key':'tick','label':'Đồng ý'}",
            "{'id':'day','type':'datetime','subtype':'date','key':'day','dateLabel':'Ngày hẹn','disallowPassedDates':true}",
            "{'id':'decision','type':'radio','key':'decision','label':'Quyết định','values':"
                    + "[{'value':'accept','label':'Nhận'},{'value':'reject','label':'Không'}]}",
            "{'id':'reason','type':'textarea','key':'reason','label':'Lý do','validate':{'required':true,'maxLength':20},"
                    + "'conditional':{'hide':'=decision != `reject`'}}");

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("name", "  Nguyễn An \u00a0\n", "Nguyễn An"),
                arguments("name", "Nguye\u0302\u0303n", "Nguyễn"),
                arguments("name", "Lê\u00a0Na", "Lê Na"),
                arguments("name", "Lê\u200b\u202e Na\ufeff", "Lê Na"),
                arguments("name", "Ấ".repeat(10), "Ấ".repeat(10)),
                arguments("text", "một\r\nhai\u2028ba\rbốn\tnăm", "một\nhai\nba\nbốn\tnăm"),
                arguments("text", "x".repeat(4_000), "x".repeat(4_000)),
                arguments("text", "<script>${1+1} ' \" ; --", "<script>${1+1} ' \" ; --"),
                arguments("phone", "0912345678", "0912345678"),
                arguments("email", "an.nguyen@langson.gov.vn", "an.nguyen@langson.gov.vn"),
                arguments("pages", 12, 12L),
                arguments("pages", "12", 12L),
                arguments("pages", " 0012 ", 12L),
                arguments("pages", 12.0, 12L),
                arguments("pages", new BigDecimal("1.2E+3"), 1_200L),
                arguments("pages", BigInteger.valueOf(5_000), 5_000L),
                arguments("ratio", "12.50", new BigDecimal("12.5")),
                arguments("ratio", -0.25, new BigDecimal("-0.25")),
                arguments("ratio", 100, new BigDecimal("100")),
                arguments("ratio", new BigDecimal("0E+999999999"), BigDecimal.ZERO),
                arguments("media", "audio", "audio"),
                arguments("tags", List.of("b", "a", "b"), List.of("a", "b")),
                arguments("tick", true, true),
                arguments("tick", "true", true),
                arguments("tick", null, false),
                arguments("tick", "", false),
                arguments("day", "2019-01-28", "2019-01-28"),
                arguments("decision", "accept", "accept"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void a_good_value_is_taken_clean_and_typed(String key, @Nullable Object given, Object kept) {
        assertThat(accept(key, given)).containsEntry(key, kept);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("name", "A", "“Họ tên” quá ngắn. Hãy viết ít nhất 2 ký tự."),
                arguments("name", "x".repeat(11), "“Họ tên” dài 11 ký tự. Hãy viết gọn trong 10 ký tự."),
                arguments("name", "An\nBình", "Hãy viết “Họ tên” trên một dòng."),
                arguments("name", "An\tBình", "Hãy viết “Họ tên” trên một dòng."),
                arguments("name", "An\u0000", "“Họ tên” có ký tự điều khiển không đọc được. Hãy xoá đi và nhập lại."),
                arguments("text", "a\u0000b", "“Nội dung” có ký tự điều khiển không đọc được. Hãy xoá đi và nhập lại."),
                arguments("text", "a\u001bb", "“Nội dung” có ký tự điều khiển không đọc được. Hãy xoá đi và nhập lại."),
                arguments("text", "a\u0085b", "“Nội dung” có ký tự điều khiển không đọc được. Hãy xoá đi và nhập lại."),
                arguments("text", "a\ud83db", "“Nội dung” có ký tự điều khiển không đọc được. Hãy xoá đi và nhập lại."),
                arguments("text", "a\uffffb", "“Nội dung” có ký tự điều khiển không đọc được. Hãy xoá đi và nhập lại."),
                arguments("text", "x".repeat(4_001), "“Nội dung” dài 4001 ký tự. Hãy viết gọn trong 4000 ký tự."),
                arguments("name", Map.of("a", 1), "“Họ tên” không đúng kiểu dữ liệu. Hãy nhập lại."),
                arguments("name", List.of("An"), "“Họ tên” không đúng kiểu dữ liệu. Hãy nhập lại."),
                arguments("name", 12, "“Họ tên” không đúng kiểu dữ liệu. Hãy nhập lại."),
                arguments("name", true, "“Họ tên” không đúng kiểu dữ liệu. Hãy nhập lại."),
                arguments("phone", "912345678", "“Điện thoại” chưa đúng. Ghi 10 chữ số."),
                arguments("phone", "0912 345 678", "“Điện thoại” chưa đúng. Ghi 10 chữ số."),
                arguments("phone", "09123456789", "“Điện thoại” chưa đúng. Ghi 10 chữ số."),
                arguments("phone", "٠٩١٢٣٤٥٦٧٨", "“Điện thoại” chưa đúng. Ghi 10 chữ số."),
                arguments("email", "an@langson", "“Thư” chưa đúng. Hãy kiểm tra và nhập lại."),
                arguments("email", "an nguyen@langson.vn", "“Thư” chưa đúng. Hãy kiểm tra và nhập lại."),
                arguments("pages", 0, "Hãy nhập “Số trang” từ 1 trở lên."),
                arguments("pages", -3, "Hãy nhập “Số trang” từ 1 trở lên."),
                arguments("pages", "5001", "Hãy nhập “Số trang” không quá 5000."),
                arguments("media", "Audio", "Hãy chọn “Loại” trong các mục: In, Nghe."),
                arguments("media", 1, "Hãy chọn “Loại” trong các mục: In, Nghe."),
                arguments("media", List.of("audio"), "Hãy chọn “Loại” trong các mục: In, Nghe."),
                arguments("tags", "a", "Hãy chọn “Nhãn” trong các mục: A, B."),
                arguments("tags", List.of("a", "c"), "Hãy chọn “Nhãn” trong các mục: A, B."),
                arguments("tags", Arrays.asList("a", null), "Hãy chọn “Nhãn” trong các mục: A, B."),
                arguments("tags", Map.of("a", "a"), "Hãy chọn “Nhãn” trong các mục: A, B."),
                arguments("tick", "yes", "Hãy đánh dấu hoặc bỏ đánh dấu “Đồng ý”."),
                arguments("tick", 1, "Hãy đánh dấu hoặc bỏ đánh dấu “Đồng ý”."),
                arguments("day", "2019-01-27", "Hãy chọn “Ngày hẹn” từ hôm nay (28/01/2019) trở đi."),
                arguments("day", "2019-02-29", "Hãy chọn ở “Ngày hẹn” một ngày có thật."),
                arguments("day", "28/01/2019", "Hãy chọn ở “Ngày hẹn” một ngày có thật."),
                arguments("day", "9999-12-31", "Hãy chọn ở “Ngày hẹn” một ngày có thật."),
                arguments("day", "+999999999-01-01", "Hãy chọn ở “Ngày hẹn” một ngày có thật."),
                arguments("day", 1548633600000L, "“Ngày hẹn” không đúng kiểu dữ liệu. Hãy nhập lại."),
                arguments("decision", "maybe", "Hãy chọn “Quyết định” trong các mục: Nhận, Không."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_bad_value_is_refused_with_what_to_do(String key, Object given, String sentence) {
        assertThat(problems(Collections.singletonMap(key, given))).containsExactly(Map.entry(key, sentence));
    }

    static Stream<Object> noWholeNumbers() {
        return Stream.of(
                12.5,
                "12.5",
                "1.000",
                "1,000",
                "1 000",
                "0x10",
                "1e3",
                "١٢",
                "mười",
                "-",
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                "NaN",
                "Infinity",
                1e300,
                "9".repeat(100_000),
                BigInteger.TEN.pow(1_000),
                new BigDecimal("1E+999999999"),
                new BigDecimal("1E-999999999"),
                BigDecimal.valueOf(1, Integer.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("noWholeNumbers")
    void a_whole_number_is_digits_and_nothing_else(Object given) {
        assertThat(problems(Map.of("pages", given)).get("pages")).contains("số nguyên viết liền");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,5", "1.", ".5", "1e3", "NaN", "9999999999999999"})
    void a_decimal_number_keeps_to_its_decimals(String given) {
        assertThat(problems(Map.of("ratio", given)).get("ratio")).contains("dấu thập phân là dấu chấm");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \u00a0 ", "\u200b", "\n\n"})
    void what_is_left_empty_is_not_there(@Nullable String empty) {
        for (String key : List.of("name", "text", "pages", "day")) {
            assertThat(accept(key, empty)).doesNotContainKey(key);
        }
    }

    @Test
    void read_only_fields_come_back_and_are_never_taken() {
        assertThat(accept("code", "another")).doesNotContainKey("code");
        assertThat(accept("code", Map.of("x", 1))).doesNotContainKey("code");
    }

    @Test
    void unknown_fields_are_refused_by_name() {
        assertThat(problems(Map.of("admin", true, "name", "Lê Na")))
                .containsExactly(
                        Map.entry("admin", "Biểu mẫu không có trường “admin”. Hãy bỏ trường này rồi gửi lại."));
        assertThat(problems(Map.of("a\nb\u202e" + "x".repeat(500), "")).values())
                .singleElement()
                .asString()
                .contains("“a·b·x")
                .hasSizeLessThan(150);
    }

    @Test
    void a_hidden_field_is_neither_required_nor_taken_nor_looked_at() {
        assertThat(accept(Map.of("decision", "accept"))).doesNotContainKey("reason");
        assertThat(accept(Map.of("decision", "accept", "reason", "vì sao"))).doesNotContainKey("reason");
        assertThat(accept(Map.of("decision", "accept", "reason", Map.of()))).doesNotContainKey("reason");
        assertThat(problems(Map.of("decision", "reject"))).containsExactly(Map.entry("reason", "Hãy nhập “Lý do”."));
        assertThat(problems(Map.of("decision", "reject", "reason", "\u200b "))).containsOnlyKeys("reason");
        assertThat(accept(Map.of("decision", "reject", "reason", "thiếu"))).containsEntry("reason", "thiếu");
    }

    @Test
    void a_value_that_is_not_taken_hides_and_shows_nothing() {
        assertThat(problems(Map.of("decision", "\" or true", "reason", "x"))).containsOnlyKeys("decision");
    }

    @Test
    void every_kind_says_how_to_fill_in_what_is_required() {
        String required = ",'validate':{'required':true}}";
        String options = ",'values':[{'value':'a','label':'A'}]";
        FormDefinition form = parse(
                "{'id':'a','type':'textfield','key':'a','label':'Tên'" + required,
                "{'id':'b','type':'radio','key':'b','label':'Loại'" + options + required,
                "{'id':'c','type':'checklist','key':'c','label':'Nhãn'" + options + required,
                "{'id':'d','type':'checkbox','key':'d','label':'Cam kết'" + required,
                "{'id':'e','type':'datetime','subtype':'date','key':'e','dateLabel':'Hẹn'" + required);
        Map<String, Object> empty = new HashMap<>();
        empty.put("a", null);
        empty.put("c", List.of());
        empty.put("d", false);
        InvalidSubmission refusal = catchThrowableOfType(InvalidSubmission.class, () -> form.accept(empty, MONDAY));
        assertThat(refusal.problems().keySet()).containsExactly("a", "b", "c", "d", "e");
        assertThat(refusal)
                .hasMessage("Hãy nhập “Tên”. Hãy chọn “Loại”. Hãy chọn ít nhất một mục ở “Nhãn”."
                        + " Hãy đánh dấu “Cam kết”. Hãy chọn ngày ở “Hẹn”.");
    }

    @Test
    void many_problems_still_make_one_short_line() {
        Map<String, Integer> many = new HashMap<>();
        IntStream.range(0, 1_000).forEach(i -> many.put("x" + i, i));
        InvalidSubmission refusal = catchThrowableOfType(InvalidSubmission.class, () -> FORM.accept(many, MONDAY));
        assertThat(refusal.getMessage())
                .endsWith("Còn 995 chỗ khác cần sửa.")
                .doesNotContain("\n")
                .hasSizeLessThan(500);
    }

    private static Map<String, Object> accept(String key, @Nullable Object given) {
        return accept(Collections.singletonMap(key, given));
    }

    /** What was accepted, accepted again, is the same. */
    private static Map<String, Object> accept(Map<String, ?> given) {
        Map<String, Object> accepted = FORM.accept(given, MONDAY);
        assertThat(FORM.accept(accepted, MONDAY)).isEqualTo(accepted);
        return accepted;
    }

    private static Map<String, String> problems(Map<String, ?> given) {
        return catchThrowableOfType(InvalidSubmission.class, () -> FORM.accept(given, MONDAY))
                .problems();
    }
}
