package vn.motcua.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as open data. */
@OpenData.Problems
@RestController
@RequestMapping(
        path = "/api/catalogue",
        produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
@Tag(name = "catalogue", description = "Danh mục")
class CatalogueApi {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final CatalogueTables tables;

    CatalogueApi(CatalogueTables tables) {
        this.tables = tables;
    }

    @Operation(
            summary = "Thủ tục hành chính",
            description = "Mọi phiên bản đang và sẽ có hiệu lực; các cột như tệp mà import-catalogue --procedures nhận."
                    + " TuNgay: có hiệu lực từ ngày, trống là từ đầu; MucDo: mức dịch vụ công 1 đến 4; DonViThucHien: mã các"
                    + " đơn vị thực hiện, trống là mọi đơn vị của cấp.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        examples =
                                @ExampleObject(
                                        "[{\"MaTTHC\":\"1.003868\",\"TenTTHC\":\"Cấp giấy phép xuất bản tài liệu không"
                                                + " kinh doanh\",\"LinhVuc\":\"Xuất bản, In và Phát hành\",\"ThoiHan\":10,"
                                                + "\"DonViThoiHan\":\"WORKING_DAYS\",\"CachTinh\":\"RESTART\",\"MucDo\":3,"
                                                + "\"CapThucHien\":\"TINH\",\"LePhi\":15000,\"TuNgay\":null,\"LoaiGiayPhep\":\"Giấy phép"
                                                + " xuất bản tài liệu không kinh doanh\",\"DonViThucHien\":[\"H37.15\"]}]")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/procedures")
    ResponseEntity<String> procedures(
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        return OpenData.answer(OpenData.format(format, accept), tables.procedures());
    }

    @Operation(
            summary = "Đơn vị",
            description =
                    "MaDonVi, TenDonVi, MaDonViCha: đơn vị cấp trên hôm nay; Cap: TINH, HUYEN, XA; KetThucTu: ngày đầu"
                            + " tiên không còn, trống khi còn.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        examples =
                                @ExampleObject(
                                        "[{\"MaDonVi\":\"H37.15\",\"TenDonVi\":\"Sở Văn hóa, Thể thao và Du lịch\","
                                                + "\"MaDonViCha\":\"000.00.00.H37\",\"Cap\":\"TINH\",\"KetThucTu\":null}]")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/agencies")
    ResponseEntity<String> agencies(
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        return OpenData.answer(OpenData.format(format, accept), tables.agencies());
    }

    @Operation(
            summary = "Sự kiện trong đời sống",
            description =
                    "Các cột như tệp mà import-catalogue --life-events nhận. DoiTuong: CA_NHAN, TO_CHUC; ThuTuc: mã các"
                            + " thủ tục cần làm.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        examples =
                                @ExampleObject("[{\"MaSuKien\":\"sinh-con\",\"TenSuKien\":\"Sinh con và nuôi con nhỏ\","
                                        + "\"DoiTuong\":\"CA_NHAN\",\"ThuTuc\":[\"1.001193\",\"2.000815\"]}]")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/life-events")
    ResponseEntity<String> lifeEvents(
            @Parameter(description = OpenData.FORMAT, schema = @Schema(allowableValues = {"csv", "json"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        return OpenData.answer(OpenData.format(format, accept), tables.lifeEvents());
    }
}
