package vn.motcua.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.statistics.Ii06aRow;

/** What there is of open data, for people. */
@Controller
class OpenDataPage {

    private static final String PERIOD = "from={from}&to={to}";

    /**
     * @param name by which its texts are called
     * @param query with which its example is asked for
     * @param fields its columns, in their order
     */
    record DataSet(String name, String path, String query, List<String> fields) {

        public String csv() {
            return example("csv");
        }

        public String json() {
            return example("json");
        }

        private String example(String format) {
            return path + "?" + query + (query.isEmpty() ? "" : "&") + "format=" + format;
        }
    }

    private final Clock clock;
    private final String licence;

    OpenDataPage(Clock clock, @Value("${motcua.open-data.licence:CC BY 4.0}") String licence) {
        this.clock = clock;
        this.licence = licence;
    }

    @GetMapping("/open-data")
    String show(Model model) {
        model.addAttribute("sets", sets(LocalDate.now(clock)));
        model.addAttribute("licence", licence);
        return "open-data";
    }

    static List<DataSet> sets(LocalDate today) {
        String period =
                PERIOD.replace("{from}", today.withDayOfYear(1).toString()).replace("{to}", today.toString());
        return List.of(
                new DataSet("ii06a", "/api/reports/ii06a", period + "&groupBy=agency", with("group", Ii06aRow.COLUMNS)),
                new DataSet(
                        "months",
                        "/api/reports/months",
                        period + "&months=statutory",
                        Stream.concat(Stream.of("month", "from", "to", "group"), Ii06aRow.COLUMNS.stream())
                                .toList()),
                new DataSet("levels", "/api/reports/levels", period, List.of("level", "received", "online", "other")),
                new DataSet("services", "/api/reports/services", "", List.of("agencyLevel", "level", "procedures")),
                new DataSet("licences", "/api/reports/licences", period, List.of("procedure", "granted")),
                new DataSet("ratings", "/api/reports/ratings", period + "&groupBy=agency", ratingFields()),
                new DataSet("procedures", "/api/catalogue/procedures", "", procedureFields()),
                new DataSet(
                        "agencies",
                        "/api/catalogue/agencies",
                        "",
                        List.of("MaDonVi", "TenDonVi", "MaDonViCha", "Cap", "KetThucTu")),
                new DataSet(
                        "events",
                        "/api/catalogue/life-events",
                        "",
                        List.of("MaSuKien", "TenSuKien", "DoiTuong", "ThuTuc")));
    }

    private static List<String> ratingFields() {
        return Stream.concat(
                        Stream.of("group", "ratings", "average"),
                        IntStream.rangeClosed(1, 5).mapToObj(stars -> "stars" + stars))
                .toList();
    }

    private static List<String> procedureFields() {
        return List.of(
                "MaTTHC",
                "TenTTHC",
                "LinhVuc",
                "ThoiHan",
                "DonViThoiHan",
                "CachTinh",
                "MucDo",
                "CapThucHien",
                "LePhi",
                "TuNgay",
                "LoaiGiayPhep",
                "DonViThucHien");
    }

    private static List<String> with(String first, List<String> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }
}
