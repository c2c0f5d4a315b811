package vn.motcua.exchange;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.FigureTable;
import vn.motcua.statistics.ReportFormat;

/** What the addresses of open data have in common. */
final class OpenData {

    static final String FORMAT = "Định dạng; không có thì theo tiêu đề Accept";
    static final String FROM = "Ngày đầu kỳ";
    static final String TO = "Ngày cuối kỳ, tính cả ngày này";
    static final String AGENCY = "Mã đơn vị: chỉ đơn vị này và các đơn vị trực thuộc";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private OpenData() {}

    /** How an address answers what it cannot do. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "400",
            description = "Tham số thiếu hoặc sai dạng",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"type\":\"about:blank\",\"title\":\"Yêu cầu không đúng dạng\","
                                            + "\"status\":400,\"detail\":\"Thiếu tham số from\"}")))
    @ApiResponse(
            responseCode = "406",
            description = "Không có dữ liệu dạng đã xin; chỉ có application/json và text/csv",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Không trả lời được: đơn vị không có, kỳ chạm năm chưa công bố lịch nghỉ, kỳ quá dài",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"type\":\"about:blank\",\"title\":\"Không thực hiện được\","
                                            + "\"status\":422,\"detail\":\"Không có đơn vị mã 000.00.99.H37;"
                                            + " hãy kiểm tra mã hoặc nhập danh mục bằng import-catalogue\"}")))
    @interface Problems {}

    static ResponseEntity<String> answer(ReportFormat format, String text) {
        MediaType type = format == ReportFormat.CSV ? CSV : MediaType.APPLICATION_JSON;
        return ResponseEntity.ok().contentType(type).body(text);
    }

    static ResponseEntity<String> answer(ReportFormat format, FigureTable table) {
        return answer(format, format.table(table));
    }

    static ReportFormat format(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            return constant(ReportFormat.class, "format", format);
        }
        return accept != null && accept.startsWith("text/csv") ? ReportFormat.CSV : ReportFormat.JSON;
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw new Refusal("Tham số %s không nhận “%s”; hãy xem /v3/api-docs".formatted(name, Shown.of(value)));
    }
}
