package vn.motcua.exchange;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import vn.motcua.dossier.Licences;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.statistics.Ii06aRow;
import vn.motcua.statistics.RecentReports;
import vn.motcua.statistics.ReportFormat;

/** The published figures as open data. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Motcua – dữ liệu mở",
                        version = "1",
                        description =
                                "Số liệu giải quyết hồ sơ và danh mục thủ tục, không có dữ liệu cá nhân. Không cần"
                                        + " đăng nhập. Lỗi trả về dạng application/problem+json (RFC 9457). Số liệu “bây giờ” chậm"
                                        + " nhiều nhất 30 giây."))
@OpenData.Problems
@RestController
@RequestMapping("/api/reports")
@Tag(name = "reports", description = "Báo cáo thống kê")
class ReportsApi {

    private final Ii06aReport report;
    private final RecentReports recent;
    private final Licences licences;

    ReportsApi(Ii06aReport report, RecentReports recent, Licences licences) {
        this.report = report;
        this.recent = recent;
        this.licences = licences;
    }

    @Operation(
            summary = "Báo cáo II.06a/VPCP/KSTT (Thông tư 01/2020/TT-VPCP)",
            description = "Mỗi nhóm có hồ sơ là một dòng; mỗi hồ sơ tính cho chính đơn vị xử lý nó. Tiếp nhận: c3 tổng,"
                    + " c4 trực tuyến, c5 trực tiếp và bưu chính, c6 kỳ trước chuyển sang; đã giải quyết: c7 tổng,"
                    + " c8 trước hạn, c9 đúng hạn, c10 quá hạn; đang giải quyết: c11 tổng, c12 trong hạn, c13 quá hạn.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array = @ArraySchema(schema = @Schema(implementation = Ii06aRow.class)),
                        examples =
                                @ExampleObject(
                                        "[{\"group\":\"all\",\"c3\":10392,\"c4\":1374,\"c5\":8606,\"c6\":412,\"c7\":7444,"
                                                + "\"c8\":5632,\"c9\":572,\"c10\":1240,\"c11\":2948,\"c12\":808,\"c13\":2140}]")),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject("group,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13\n"
                                        + "all,10392,1374,8606,412,7444,5632,572,1240,2948,808,2140\n"))
            })
    @GetMapping(
            path = "/ii06a",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    ResponseEntity<String> ii06a(
            @Parameter(description = "Ngày đầu kỳ", example = "2019-01-01")
                    @RequestParam
                    @DateTimeFormat(iso = ISO.DATE)
                    LocalDate from,
            @Parameter(description = "Ngày cuối kỳ, tính cả ngày này", example = "2019-04-30")
                    @RequestParam
                    @DateTimeFormat(iso = ISO.DATE)
                    LocalDate to,
            @Parameter(
                            description =
                                    "Số liệu như vào lúc này (giờ Việt Nam); không có thì như vào nửa phút gần nhất, chậm nhiều nhất 30 giây",
                            example = "2019-04-30T23:59:59")
                    @RequestParam(required = false)
                    @DateTimeFormat(pattern = "uuuu-MM-dd'T'HH:mm:ss")
                    @Nullable
                    LocalDateTime asOf,
            @Parameter(description = "Mã đơn vị: chỉ đơn vị này và các đơn vị trực thuộc", example = "000.00.14.H37")
                    @RequestParam(required = false)
                    @Nullable
                    String agency,
            @Parameter(
                            description = "Nhóm theo",
                            schema = @Schema(allowableValues = {"none", "agency", "sector", "procedure", "level"}))
                    @RequestParam(defaultValue = "none")
                    String groupBy,
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        LocalDateTime moment = asOf == null ? recent.moment() : asOf;
        ReportFormat as = OpenData.format(format, accept);
        Ii06aQuery query =
                new Ii06aQuery(from, to, moment, agency, OpenData.constant(GroupBy.class, "groupBy", groupBy));
        return OpenData.answer(as, as.ii06a(asOf == null ? recent.rows(query) : report.rows(query)));
    }

    @Operation(
            summary = "Số giấy phép đã cấp theo thủ tục",
            description = "procedure: mã thủ tục; granted: số giấy phép cấp trong kỳ.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = "object", additionalPropertiesSchema = Integer.class),
                        examples = @ExampleObject("{\"1.003868\":40,\"1.009374\":2,\"2.001098\":2}")),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject("procedure,granted\n1.003868,40\n"))
            })
    @GetMapping(
            path = "/licences",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    ResponseEntity<String> licences(
            @Parameter(description = "Ngày đầu kỳ", example = "2019-01-01")
                    @RequestParam
                    @DateTimeFormat(iso = ISO.DATE)
                    LocalDate from,
            @Parameter(description = "Ngày cuối kỳ, tính cả ngày này", example = "2019-06-30")
                    @RequestParam
                    @DateTimeFormat(iso = ISO.DATE)
                    LocalDate to,
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        if (to.isBefore(from)) {
            throw new Refusal("Ngày cuối kỳ %s trước ngày đầu kỳ %s; hãy đổi lại".formatted(to, from));
        }
        ReportFormat as = OpenData.format(format, accept);
        return OpenData.answer(as, as.licences(licences.granted(from, to)));
    }
}
