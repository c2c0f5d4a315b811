package vn.motcua.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.AgencyEntry;
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
                        CatalogueRows::agency,
                        entry -> List.of(entry.code(), entry.validFrom()),
                        problems))
                .orElse(List.of());
        List<CatalogueRows.Listed> listed = procedureFile
                .map(file -> read(
                        file,
                        PROCEDURE_COLUMNS,
                        CatalogueRows::procedure,
                        row -> List.of(row.definition().code(), row.definition().validFrom()),
                        problems))
                .orElse(List.of());
        List<LifeEvent> lifeEvents = eventFile
                .map(file -> read(file, EVENT_COLUMNS, CatalogueRows::event, LifeEvent::code, problems))
                .orElse(List.of());
        Map<Change, Integer> count = new EnumMap<>(Change.class);
        Map<Change, Integer> agencyCount = agencies.put(entries);
        listed.forEach(procedure -> count.merge(put(procedure), 1, Integer::sum));
        return new Result(agencyCount, count, lifeEvents.isEmpty() ? Map.of() : events.put(lifeEvents));
    }

    private Change put(CatalogueRows.Listed procedure) {
        ProcedureDefinition definition = procedure.definition();
        List<String> codes = procedure.agencies();
        Change change = procedures.put(definition);
        boolean moved = codes != null && offers.put(definition.code(), codes);
        return change == Change.UNCHANGED && moved ? Change.CHANGED : change;
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
