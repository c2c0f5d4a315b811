package vn.motcua.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.AgencyEntry;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ProcedureDefinition;

/** Reads rows of the lists of agencies, procedures and life events. */
final class CatalogueRows {

    /** @param agencies codes of those that offer it, null where the list does not tell */
    record Listed(ProcedureDefinition definition, @Nullable List<String> agencies) {}

    private CatalogueRows() {}

    /** Without the column DonViThucHien the agencies stay; with an empty field all of the level offer it. */
    static Listed procedure(Row row) {
        ProcedureDefinition definition = ProcedureRow.read(row);
        return new Listed(
                definition, row.columns().containsKey("DonViThucHien") ? codes(row.text("DonViThucHien")) : null);
    }

    static LifeEvent event(Row row) {
        return new LifeEvent(
                row.code("MaSuKien"),
                row.required("TenSuKien"),
                row.oneOf("DoiTuong", LifeEvent.Audience::ofCode, "CA_NHAN, TO_CHUC"),
                codes(row.text("ThuTuc")));
    }

    private static List<String> codes(String field) {
        return Arrays.stream(field.split(";"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    static AgencyEntry agency(Row row) {
        return new AgencyEntry(
                agencyCode(row),
                row.required("TenDonVi"),
                row.optional("MaDonViCha").orElse(null),
                row.oneOf("Cap", AgencyLevel::ofCode, "TINH, HUYEN, XA"),
                row.date("TuNgay").orElse(LocalDate.MIN),
                row.date("KetThucTu").orElse(null));
    }

    /** Letters, digits and dots only, for dossier codes carry it (Thông tư 01/2018/TT-VPCP, Điều 19). */
    private static String agencyCode(Row row) {
        String code = row.code("MaDonVi");
        if (!code.matches("[0-9A-Z]+(\\.[0-9A-Z]+)*")) {
            throw new RowException(
                    "MaDonVi", "“%s” không phải mã đơn vị dạng 000.00.14.H37 hoặc H37.14".formatted(Shown.of(code)));
        }
        return code;
    }
}
