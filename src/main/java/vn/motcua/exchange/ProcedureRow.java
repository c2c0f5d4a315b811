package vn.motcua.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ClockPolicy;
import vn.motcua.catalogue.ProcedureDefinition;

/** Reads a row of a list of procedures. */
final class ProcedureRow {

    private static final int MOST_UNITS = 3_660;

    private ProcedureRow() {}

    static ProcedureDefinition read(Row row) {
        return new ProcedureDefinition(
                row.code("MaTTHC"),
                row.date("TuNgay").orElse(LocalDate.MIN),
                row.required("TenTTHC"),
                row.required("LinhVuc"),
                new TimeLimit(
                        (int) row.number("ThoiHan", 1, MOST_UNITS), constant(row, "DonViThoiHan", LimitUnit.class)),
                constant(row, "CachTinh", ClockPolicy.class),
                false,
                1,
                8,
                (int) row.number("MucDo", 1, 4),
                row.oneOf("CapThucHien", AgencyLevel::ofCode, "TINH, HUYEN, XA"),
                row.number("LePhi", 0, 1_000_000_000_000L),
                null,
                licenceKind(row),
                null,
                null,
                List.of(),
                List.of());
    }

    /**
     * What licence a grant issues. A list may say so (LoaiGiayPhep); otherwise the name tells: a procedure that grants a
     * "giấy phép" or a "giấy chứng nhận đủ điều kiện" issues one.
     */
    private static @Nullable String licenceKind(Row row) {
        String name = row.required("TenTTHC");
        boolean issues = name.startsWith("Cấp giấy phép") || name.startsWith("Cấp giấy chứng nhận đủ điều kiện");
        return row.optional("LoaiGiayPhep").orElse(issues ? capitalised(name.substring("Cấp ".length())) : null);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static <E extends Enum<E>> E constant(Row row, String column, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return row.oneOf(
                column,
                text -> names.contains(text) ? Optional.of(Enum.valueOf(type, text)) : Optional.empty(),
                String.join(", ", names));
    }
}
