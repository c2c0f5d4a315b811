package vn.motcua.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.people.SignedIn;
import vn.motcua.worklist.Worklist;
import vn.motcua.worklist.WorklistPage;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistTab;

/** The worklist of whoever is signed in, for other programs of theirs. */
@ApiResponse(
        responseCode = "400",
        description = "Tham số sai dạng, hoặc cursor không phải của một trang đã cho",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "401",
        description = "Chưa đăng nhập",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "403",
        description = "Phải đổi mật khẩu trước",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
@RestController
@ConditionalOnWebApplication
@RequestMapping(path = "/api/worklist", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "worklist",
        description = "Việc đang chờ nhóm của người đăng nhập, trong đơn vị mình và các đơn vị trực thuộc")
class WorklistApi {

    private final Worklist worklist;
    private final Scopes scopes;

    WorklistApi(Worklist worklist, Scopes scopes) {
        this.worklist = worklist;
        this.scopes = scopes;
    }

    @Operation(
            summary = "Một trang việc, gấp nhất trước",
            description = "next và previous là cursor của trang sau và trang trước, không có ở trang cuối và trang đầu."
                    + " Việc chờ người nộp đứng sau cùng.")
    @ApiResponse(responseCode = "200")
    @GetMapping
    WorklistPage page(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn who,
            @ParameterObject WorklistAsked asked,
            @Parameter(
                            description = "Quá hạn, hôm nay, sắp đến hạn, chờ người nộp, hoặc tất cả",
                            schema =
                                    @Schema(
                                            allowableValues = {"OVERDUE", "TODAY", "SOON", "WAITING", "ALL"},
                                            defaultValue = "ALL"))
                    @RequestParam(defaultValue = "ALL")
                    String tab,
            @Parameter(description = "next hoặc previous của một trang; không có thì là trang đầu")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @Parameter(description = "Số dòng mỗi trang, từ 1 đến " + WorklistQuery.MOST)
                    @RequestParam(defaultValue = "20")
                    int size) {
        return worklist.page(new WorklistQuery(
                scopes.of(who, asked.isMineAlone()),
                WorklistAsked.constant(WorklistTab.class, "tab", tab),
                asked.filter(),
                cursor,
                size));
    }

    @Operation(summary = "Số việc của từng mục")
    @ApiResponse(responseCode = "200")
    @GetMapping("/counts")
    TabCounts counts(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn who, @ParameterObject WorklistAsked asked) {
        return TabCounts.of(worklist.counts(scopes.of(who, asked.isMineAlone()), asked.filter()));
    }
}
