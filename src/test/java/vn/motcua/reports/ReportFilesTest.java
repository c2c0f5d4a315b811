package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.catalogue.Agencies;
import vn.motcua.exchange.CsvSource;
import vn.motcua.reports.ReportFiles.Format;
import vn.motcua.reports.ReportTable.Line;
import vn.motcua.support.TestStore;

/** Reports of 2019 as files: what stands in which cell, and that the same report is the same file. */
class ReportFilesTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2019, 4, 30);

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
        store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void the_form_has_its_number_its_head_and_its_figures_cell_by_cell() throws Exception {
        Report report = report(ReportKind.II06A);
        List<Row> rows = rows(file(report, Format.XLSX));
        assertThat(text(rows, 0, 0)).isEqualTo("Biểu số II.06a/VPCP/KSTT");
        assertThat(text(rows, 0, 2)).contains("KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH");
        assertThat(text(rows, 0, 10)).isEqualTo("Đơn vị báo cáo: UBND tỉnh Lạng Sơn");
        assertThat(text(rows, 4, 0)).isEqualTo("Từ ngày 01/01/2019 đến hết ngày 30/04/2019");
        assertThat(text(rows, 5, 0)).isEqualTo("Đơn vị tính: số hồ sơ TTHC");
        assertThat(Arrays.asList(text(rows, 6, 2), text(rows, 6, 6), text(rows, 6, 10)))
                .containsExactly("Số hồ sơ tiếp nhận", "Số hồ sơ đã giải quyết", "Số hồ sơ đang giải quyết");
        assertThat(text(rows, 7, 3)).isEqualTo("Trong kỳ");
        assertThat(text(rows, 8, 3)).isEqualTo("Trực tuyến");
        assertThat(text(rows, 9, 2)).isEqualTo("(3)=(4)+(5)+(6)");
        assertThat(text(rows, 9, 12)).isEqualTo("(13)");
        assertThat(cells(rows, 10, report)).isEqualTo(cells(report));
        Line total = report.table().total();
        assertThat(numbers(rows.get(10 + report.table().lines().size()), 11))
                .isEqualTo(total.cells())
                .containsExactly(10_392L, 1_374L, 8_606L, 412L, 7_444L, 5_632L, 572L, 1_240L, 2_948L, 808L, 2_140L);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportKind.class,
            names = {"II06A", "II06B", "II06C", "OFFICERS", "OPERATIONAL"})
    void what_a_spreadsheet_reckons_is_what_the_report_says(ReportKind kind) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(report(kind), Format.XLSX)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            Map<String, Double> kept = new HashMap<>();
            formulas(sheet).forEach(cell -> kept.put(cell.getReference(), cell.getNumericCellValue()));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            Map<String, Double> reckoned = new HashMap<>();
            formulas(sheet).forEach(cell -> reckoned.put(cell.getReference(), cell.getNumericCellValue()));
            assertThat(kept).hasSizeGreaterThan(3).isEqualTo(reckoned);
        }
    }

    @Test
    void every_unit_adds_up_to_the_one_above_it() {
        long total = report(ReportKind.II06A).table().total().count(0);
        assertThat(total).isEqualTo(10_392);
        for (ReportKind kind : List.of(ReportKind.II06B, ReportKind.II06C, ReportKind.OPERATIONAL)) {
            assertThat(report(kind).table().total().count(0)).as(kind.name()).isEqualTo(total);
        }
        List<Line> lines = report(ReportKind.II06C).table().lines();
        Line city = lines.stream()
                .filter(line -> "000.00.20.H37".equals(line.key()))
                .findFirst()
                .orElseThrow();
        assertThat(lines.stream()
                        .filter(line -> line.depth() == 1 && line.number().startsWith(city.number() + "."))
                        .mapToLong(line -> line.count(0))
                        .sum())
                .isEqualTo(city.count(0))
                .isEqualTo(1_104);
    }

    @Test
    void what_an_agency_handles_itself_is_less_than_what_it_answers_for() {
        Agencies agencies = store.bean(Agencies.class);
        ReportQuery city = query(ReportKind.II06A_OWN, "000.00.20.H37");
        assertThat(store.bean(Reports.class).of(city).table().total().count(0)).isEqualTo(376);
        assertThat(store.bean(Reports.class)
                        .of(city.of(ReportKind.II06A))
                        .table()
                        .total()
                        .count(0))
                .isEqualTo(1_104);
        assertThat(agencies.find("000.00.20.H37")).isPresent();
    }

    @Test
    void every_late_dossier_is_listed_once_with_its_days() {
        ReportTable late = report(ReportKind.LATE).table();
        assertThat(late.lines()).hasSize(1_240 + 2_140);
        assertThat(late.lines().stream().map(Line::key).distinct()).hasSize(1_240 + 2_140);
        assertThat(late.lines().stream().filter(line -> line.count(6) < 0)).isEmpty();
    }

    @Test
    void licences_are_counted_by_kind() {
        ReportQuery half = new ReportQuery(
                ReportKind.LICENCES,
                store.bean(Agencies.class).get("000.00.00.H37"),
                PeriodChoice.FREE,
                2019,
                FIRST,
                LocalDate.of(2019, 6, 30),
                TestStore.FRI_20_NOV_2026);
        Map<String, Long> granted = new HashMap<>();
        store.bean(Reports.class)
                .of(half)
                .table()
                .lines()
                .forEach(line -> granted.put(line.cells().get(0).toString().split(" ")[0], line.count(1)));
        assertThat(granted)
                .containsEntry("1.003868", 40L)
                .containsEntry("1.009374", 2L)
                .containsEntry("2.001098", 2L);
    }

    @Test
    void a_table_of_values_has_the_same_figures_and_no_formula() {
        Report report = report(ReportKind.II06A);
        String csv = new String(file(report, Format.CSV), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFTT,Lĩnh vực giải quyết,(3) Số hồ sơ tiếp nhận: Tổng số");
        assertThat(csv).endsWith(",Tổng số,10392,1374,8606,412,7444,5632,572,1240,2948,808,2140\r\n");
        Report hostile = new Report(
                ReportKind.II06A,
                "X",
                "X",
                null,
                PeriodChoice.FREE,
                2019,
                FIRST,
                LAST,
                null,
                new ReportTable(
                        report.table().columns(),
                        List.of(new Line(
                                "1",
                                "=cmd|' /C calc'!A0",
                                "x",
                                0,
                                null,
                                null,
                                report.table().total().cells())),
                        null));
        assertThat(new String(file(hostile, Format.CSV), StandardCharsets.UTF_8))
                .contains(",'=cmd|");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void the_same_report_is_the_same_file(Format format) throws Exception {
        byte[] first = file(report(ReportKind.II06A), format);
        Thread.sleep(2_100); // longer than a moment in an archive
        assertThat(file(report(ReportKind.II06A), format)).isEqualTo(first);
        store.clock().set(TestStore.FRI_20_NOV_2026.plusDays(40));
        assertThat(file(report(ReportKind.II06A), format)).isEqualTo(first);
        store.clock().set(TestStore.FRI_20_NOV_2026);
        Files.createDirectories(Path.of(TestStore.DATA));
        Files.write(Path.of(TestStore.DATA, "ii06a." + format.address()), first);
    }

    @Test
    void an_archive_tells_nothing_of_when_it_was_made() throws Exception {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(file(report(ReportKind.II06A), Format.XLSX)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
                if (entry.getName().equals("docProps/core.xml")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("2019-04-30T17:00:00Z")
                            .doesNotContain("2026");
                }
            }
        }
    }

    // --- reading

    private static Report report(ReportKind kind) {
        return store.bean(Reports.class).of(query(kind, "000.00.00.H37"));
    }

    private static ReportQuery query(ReportKind kind, String agency) {
        return new ReportQuery(
                kind,
                store.bean(Agencies.class).get(agency),
                PeriodChoice.FREE,
                2019,
                FIRST,
                LAST,
                TestStore.FRI_20_NOV_2026);
    }

    private static byte[] file(Report report, Format format) {
        return store.bean(ReportFiles.class).write(report, null, format);
    }

    private static List<Row> rows(byte[] xlsx) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = new ArrayList<>();
            for (Row row : workbook.getFirstSheet().read()) {
                rows.addAll(Collections.nCopies(row.getRowNum() - 1 - rows.size(), row)); // rows that there are not
                rows.add(row);
            }
            return rows;
        }
    }

    private static String text(List<Row> rows, int row, int column) {
        return rows.get(row).getCell(column).getRawValue();
    }

    private static List<List<Object>> cells(List<Row> rows, int first, Report report) {
        int columns = report.table().columns().size();
        return rows.subList(first, first + report.table().lines().size()).stream()
                .map(row -> {
                    List<Object> cells = new ArrayList<>(List.of(row.getCell(1).getRawValue()));
                    cells.addAll(numbers(row, columns));
                    return cells;
                })
                .toList();
    }

    private static List<List<Object>> cells(Report report) {
        return report.table().lines().stream()
                .map(line -> {
                    List<Object> cells = new ArrayList<>(List.of(line.label()));
                    cells.addAll(line.cells());
                    return cells;
                })
                .toList();
    }

    private static List<Object> numbers(Row row, int columns) {
        return row.stream()
                .skip(2)
                .limit(columns)
                .map((Cell cell) -> (Object) Long.parseLong(cell.getRawValue().replaceAll("\\.0$", "")))
                .toList();
    }

    private static List<XSSFCell> formulas(XSSFSheet sheet) {
        List<XSSFCell> formulas = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                formulas.add((XSSFCell) cell);
            }
        }));
        return formulas;
    }
}
