package vn.motcua.desk;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Channel;
import vn.motcua.refusal.Refusal;
import vn.motcua.worklist.WorklistFilter;

/** What of somebody's worklist is wanted, as the parameters of a request say; empty ones say nothing. */
record WorklistAsked(
        @Parameter(description = "Mã hồ sơ đầy đủ, hoặc các từ có trong mã hồ sơ, người nộp, số điện thoại") @Nullable
        String search,

        @Parameter(description = "Mã thủ tục hành chính", example = "1.009374") @Nullable
        String procedure,

        @Parameter(description = "Tên bước như trong danh sách") @Nullable
        String step,

        @Parameter(description = "Kênh nộp", schema = @Schema(allowableValues = {"IN_PERSON", "ONLINE", "POST"}))
        @Nullable
        String channel,

        @Parameter(description = "Chỉ việc tôi đã nhận") @Nullable
        Boolean mine) {

    boolean isMineAlone() {
        return Boolean.TRUE.equals(mine);
    }

    WorklistFilter filter() {
        String by = given(channel);
        return new WorklistFilter(
                given(procedure),
                given(step),
                null,
                by == null ? null : constant(Channel.class, "channel", by),
                given(search));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("Tham số %s chỉ nhận một trong các giá trị %s".formatted(name, constants(type))));
    }

    private static String constants(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
