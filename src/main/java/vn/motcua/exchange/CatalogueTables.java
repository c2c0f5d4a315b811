package vn.motcua.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.LifeEvents;
import vn.motcua.catalogue.ProcedureAgencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.statistics.FigureTable;

/** The catalogue as tables, in the columns in which it is imported. */
@Component
class CatalogueTables {

    private final Procedures procedures;
    private final ProcedureAgencies offers;
    private final Agencies agencies;
    private final LifeEvents events;
    private final Clock clock;

    CatalogueTables(
            Procedures procedures, ProcedureAgencies offers, Agencies agencies, LifeEvents events, Clock clock) {
        this.procedures = procedures;
        this.offers = offers;
        this.agencies = agencies;
        this.events = events;
        this.clock = clock;
    }

    FigureTable procedures() {
        Map<String, List<String>> offered = offers.all();
        return new FigureTable(
                List.of(
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
                        "DonViThucHien"),
                procedures.current().stream()
                        .map(version -> line(
                                version.definition(),
                                offered.getOrDefault(version.definition().code(), List.of())))
                        .toList());
    }

    private static List<@Nullable Object> line(ProcedureDefinition each, List<String> offeredBy) {
        boolean always = each.validFrom().equals(LocalDate.MIN);
        return Arrays.asList(
                each.code(),
                each.name(),
                each.sector(),
                each.limit().amount(),
                each.limit().unit().name(),
                each.clockPolicy().name(),
                each.serviceLevel(),
                each.agencyLevel().code(),
                each.fee(),
                always ? null : each.validFrom().toString(),
                each.licenceKind(),
                offeredBy);
    }

    FigureTable agencies() {
        LocalDate today = LocalDate.now(clock);
        return new FigureTable(
                List.of("MaDonVi", "TenDonVi", "MaDonViCha", "Cap", "KetThucTu"),
                agencies.all().stream().map(agency -> line(agency, today)).toList());
    }

    private List<@Nullable Object> line(Agency agency, LocalDate today) {
        List<Integer> path = agencies.tree().path(agency.id(), today);
        LocalDate closed = agency.closedFrom();
        return Arrays.asList(
                agency.code(),
                agency.name(),
                path.size() < 2 ? null : agencies.get(path.get(path.size() - 2)).code(),
                agency.level().code(),
                closed == null ? null : closed.toString());
    }

    FigureTable lifeEvents() {
        return new FigureTable(
                List.of("MaSuKien", "TenSuKien", "DoiTuong", "ThuTuc"),
                events.all().stream()
                        .map(event -> List.of(
                                event.code(), event.name(), event.audience().code(), event.procedures()))
                        .toList());
    }
}
