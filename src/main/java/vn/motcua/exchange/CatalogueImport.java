package vn.motcua.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.AgencyEntry;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.Change;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.LifeEvents;
import vn.motcua.catalogue.ProcedureAgencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.refusal.Refusal;

/** Takes in lists of agencies, procedures and life events; a list with a bad row changes nothing. */
@Component
public class CatalogueImport {

    private static final List<String> AGENCY_COLUMNS = List.of("MaDonVi", "TenDonVi", "MaDonViCha", "Cap");
    private static final List<String> PROCEDURE_COLUMNS = List.of(
            "MaTTHC", "TenTTHC", "LinhVuc", "ThoiHan", "DonViThoiHan", "CachTinh", "MucDo", "CapThucHien", "LePhi");

    private static final List<String> EVENT_COLUMNS = List.of("MaSuKien", "TenSuKien", "DoiTuong", "ThuTuc");

    /** What became of the entries of the lists. */
    public record Result(
            Map<Change, Integer> agencies, Map<Change, Integer> procedures, Map<Change, Integer> lifeEvents) {}

    /** @param agencies codes of those that offer it, null where the list does not tell */
    private record Listed(
            ProcedureDefinition definition, @Nullable List<String> agencies) {}

    private final Agencies agencies;
    private final Procedures procedures;
    private final ProcedureAgencies offers;
    private final LifeEvents events;

    CatalogueImport(Agencies agencies, Procedures procedures, ProcedureAgencies offers, LifeEvents events) {
        this.agencies = agencies;
        this.procedures = procedures;
        this.offers = offers;
        this.events = events;
    }

    /** Imports both lists, or one of them. */
    @Transactional
    public Result run(
            Optional<CsvSource> agencyFile, Optional<CsvSource> procedureFile, Consumer<RowProblem> problems) {
        return run(agencyFile, procedureFile, Optional.empty(), problems);
    }

    /**
     * Imports the lists that there are in one transaction.
     *
     * @param problems is told every bad row before the import is refused
     */
    @Transactional
    public Result run(
            Optional<CsvSource> agencyFile,
            Optional<CsvSource> procedureFile,
            Optional<CsvSource> eventFile,
            Consumer<RowProblem> problems) {
        List<AgencyEntry> entries = agencyFile
                .map(file -> read(
                        file,
                        AGENCY_COLUMNS,
                        CatalogueImport::agency,
                        entry -> List.of(entry.code(), entry.validFrom()),
                        problems))
                .orElse(List.of());
        List<Listed> listed = procedureFile
                .map(file -> read(
                        file,
                        PROCEDURE_COLUMNS,
                        CatalogueImport::procedure,
                        row -> List.of(row.definition.code(), row.definition.validFrom()),
                        problems))
                .orElse(List.of());
        List<LifeEvent> lifeEvents = eventFile
                .map(file -> read(file, EVENT_COLUMNS, CatalogueImport::event, LifeEvent::code, problems))
                .orElse(List.of());
        Map<Change, Integer> count = new EnumMap<>(Change.class);
        Map<Change, Integer> agencyCount = agencies.put(entries);
        listed.forEach(procedure -> count.merge(put(procedure), 1, Integer::sum));
        return new Result(agencyCount, count, lifeEvents.isEmpty() ? Map.of() : events.put(lifeEvents));
    }

    private Change put(Listed procedure) {
        ProcedureDefinition definition = procedure.definition;
        Change change = procedures.put(definition);
        boolean moved = procedure.agencies != null && offers.put(definition.code(), procedure.agencies);
        return change == Change.UNCHANGED && moved ? Change.CHANGED : change;
    }

    /** Without the column DonViThucHien the agencies stay; with an empty field all of the level offer it. */
    private static Listed procedure(Row row) {
        ProcedureDefinition definition = ProcedureRow.read(row);
        return new Listed(
                definition, row.columns().containsKey("DonViThucHien") ? codes(row.text("DonViThucHien")) : null);
    }

    private static LifeEvent event(Row row) {
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

    private static AgencyEntry agency(Row row) {
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

    /** Reads a whole list; a key that comes twice is a bad row. */
    static <T> List<T> read(
            CsvSource file,
            List<String> columns,
            Function<Row, T> reader,
            Function<T, Object> key,
            Consumer<RowProblem> problems) {
        List<T> entries = new ArrayList<>();
        Map<Object, Long> lines = new HashMap<>();
        List<RowProblem> bad = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(file, columns)) {
            csv.forEach(
                    row -> {
                        T entry = reader.apply(row);
                        Long before = lines.putIfAbsent(key.apply(entry), row.line());
                        if (before != null) {
                            throw new RowException(
                                    columns.get(0), "trùng với dòng %d; hãy bỏ một dòng".formatted(before));
                        }
                        entries.add(entry);
                    },
                    bad::add);
        }
        bad.forEach(problems);
        if (!bad.isEmpty()) {
            throw new Refusal(
                    "Tệp %s có %d dòng sai nên chưa nhập gì; hãy sửa rồi nhập lại".formatted(file.name(), bad.size()));
        }
        if (entries.isEmpty()) {
            throw new Refusal("Tệp %s không có dòng dữ liệu nào".formatted(file.name()));
        }
        return entries;
    }
}
