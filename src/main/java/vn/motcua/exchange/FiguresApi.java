package vn.motcua.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.statistics.MonthlyFigures;

/** The figures of now by month, by service level, and of ratings, as open data. */
@OpenData.Problems
@RestController
@RequestMapping(
        path = "/api/reports",
        produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
@Tag(name = "reports", description = "Báo cáo thống kê")
class FiguresApi {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final FigureTables tables;
    private final Clock clock;

    FiguresApi(FigureTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Operation(
            summary = "Tiếp nhận, giải quyết, đang giải quyết theo tháng",
            description =
                    "Các cột c3 đến c13 như báo cáo II.06a, cho từng tháng. month: tháng (yyyy-MM); from, to: ngày đầu"
                            + " và cuối của tháng trong kỳ; group: mã đơn vị hoặc all. Tháng đầu và cuối cắt theo kỳ nên cộng c4,"
                            + " c5, c7 đến c10 của các tháng được đúng số của cả kỳ. Nhiều nhất 36 tháng.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        examples =
                                @ExampleObject("[{\"month\":\"2019-01\",\"from\":\"2019-01-01\",\"to\":\"2019-01-14\","
                                        + "\"group\":\"all\",\"c3\":1388,\"c4\":147,\"c5\":829,\"c6\":412,\"c7\":757,\"c8\":542,"
                                        + "\"c9\":57,\"c10\":158,\"c11\":631,\"c12\":510,\"c13\":121}]")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/months")
    ResponseEntity<String> months(
            @Parameter(description = OpenData.FROM, example = "2019-01-01")
                    @RequestParam
                    @DateTimeFormat(iso = ISO.DATE)
                    LocalDate from,
            @Parameter(description = OpenData.TO, example = "2019-04-30") @RequestParam @DateTimeFormat(iso = ISO.DATE)
                    LocalDate to,
            @Parameter(
                            description =
                                    "Tháng báo cáo từ ngày 15 đến ngày 14 (statutory), hoặc tháng dương lịch (calendar)",
                            schema = @Schema(allowableValues = {"statutory", "calendar"}))
                    @RequestParam(defaultValue = "statutory")
                    String months,
            @Parameter(description = OpenData.AGENCY, example = "000.00.14.H37")
                    @RequestParam(required = false)
                    @Nullable
                    String agency,
            @Parameter(description = "Nhóm theo", schema = @Schema(allowableValues = {"none", "agency"}))
                    @RequestParam(defaultValue = "none")
                    String groupBy,
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        FigureTables.Asked asked = new FigureTables.Asked(from, to, agency, byAgency(groupBy));
        return OpenData.answer(
                OpenData.format(format, accept),
                tables.months(asked, OpenData.constant(MonthlyFigures.Kind.class, "months", months)));
    }

    @Operation(
            summary = "Hồ sơ tiếp nhận theo mức dịch vụ công trực tuyến",
            description =
                    "Của toàn tỉnh. level: mức 1 đến 4 (Nghị định 43/2011), mức 3 là một phần, mức 4 là toàn trình"
                            + " (Nghị định 42/2022); received: tiếp nhận trong kỳ; online: trong đó trực tuyến; other: trực tiếp và"
                            + " bưu chính.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        examples = @ExampleObject("[{\"level\":3,\"received\":3310,\"online\":812,\"other\":2498}]")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/levels")
    ResponseEntity<String> levels(
            @Parameter(description = OpenData.FROM, example = "2019-01-01")
                    @RequestParam
                    @DateTimeFormat(iso = ISO.DATE)
                    LocalDate from,
            @Parameter(description = OpenData.TO, example = "2019-04-30") @RequestParam @DateTimeFormat(iso = ISO.DATE)
                    LocalDate to,
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        return OpenData.answer(OpenData.format(format, accept), tables.levels(from, to));
    }

    @Operation(
            summary = "Số thủ tục theo mức dịch vụ công trực tuyến và cấp thực hiện",
            description =
                    "agencyLevel: TINH, HUYEN, XA; level: mức 1 đến 4; procedures: số thủ tục có hiệu lực vào ngày đó.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        examples = @ExampleObject("[{\"agencyLevel\":\"TINH\",\"level\":4,\"procedures\":4}]")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/services")
    ResponseEntity<String> services(
            @Parameter(description = "Ngày; không có thì hôm nay", example = "2026-11-20")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable
                    LocalDate on,
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        return OpenData.answer(
                OpenData.format(format, accept), tables.services(on == null ? LocalDate.now(clock) : on));
    }

    @Operation(
            summary = "Đánh giá của người nộp hồ sơ",
            description =
                    "group: mã đơn vị hoặc all; ratings: số lượt đánh giá trong kỳ; average: số sao trung bình, trống"
                            + " khi chưa ai đánh giá; stars1 đến stars5: số lượt theo số sao.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        examples = @ExampleObject("[{\"group\":\"all\",\"ratings\":3,\"average\":4.33,\"stars1\":0,"
                                        + "\"stars2\":0,\"stars3\":1,\"stars4\":0,\"stars5\":2}]")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/ratings")
    ResponseEntity<String> ratings(
            @Parameter(description = OpenData.FROM, example = "2026-09-01")
                    @RequestParam
                    @DateTimeFormat(iso = ISO.DATE)
                    LocalDate from,
            @Parameter(description = OpenData.TO, example = "2026-11-30") @RequestParam @DateTimeFormat(iso = ISO.DATE)
                    LocalDate to,
            @Parameter(description = OpenData.AGENCY, example = "H37.15") @RequestParam(required = false) @Nullable
                    String agency,
            @Parameter(description = "Nhóm theo", schema = @Schema(allowableValues = {"none", "agency"}))
                    @RequestParam(defaultValue = "none")
                    String groupBy,
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        return OpenData.answer(
                OpenData.format(format, accept),
                tables.ratings(new FigureTables.Asked(from, to, agency, byAgency(groupBy))));
    }

    private enum Grouped {
        NONE,
        AGENCY
    }

    private static boolean byAgency(String groupBy) {
        return OpenData.constant(Grouped.class, "groupBy", groupBy) == Grouped.AGENCY;
    }
}
