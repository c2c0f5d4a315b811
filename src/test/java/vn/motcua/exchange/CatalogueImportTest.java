package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Change;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.LifeEvents;
import vn.motcua.catalogue.ProcedureAgencies;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.catalogue.Procedures;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

class CatalogueImportTest {

    private static final String PROCEDURES =
            "MaTTHC,TenTTHC,LinhVuc,ThoiHan,DonViThoiHan,CachTinh,MucDo,CapThucHien,LePhi";
    private static final String EVENTS = "MaSuKien,TenSuKien,DoiTuong,ThuTuc";
    private static final String AGENCIES = "MaDonVi,TenDonVi,MaDonViCha,Cap";

    private TestStore store;
    private final List<RowProblem> problems = new ArrayList<>();

    @BeforeEach
    void open() {
        store = TestStore.empty();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_same_lists_again_change_nothing() {
        procedures(PROCEDURES, "1.1,Thủ tục,Lĩnh vực,10,WORKING_DAYS,RESTART,3,TINH,0");
        assertThat(procedures(PROCEDURES, "1.1,Thủ tục,Lĩnh vực,10,WORKING_DAYS,RESTART,3,TINH,0"))
                .containsOnly(Map.entry(Change.UNCHANGED, 1));
        agencies(AGENCIES, "A,Tỉnh,,TINH", "B,Xã,A,XA");
        assertThat(agencies(AGENCIES, "B,Xã,A,XA", "A,Tỉnh,,TINH")).containsOnly(Map.entry(Change.UNCHANGED, 2));
    }

    @Test
    void another_limit_makes_a_new_version_and_leaves_the_former_one_for_its_dossiers() {
        procedures(PROCEDURES, "1.1,Thủ tục,Lĩnh vực,10,WORKING_DAYS,RESTART,3,TINH,0");
        ProcedureVersion former = inForce("2019-01-28");
        assertThat(procedures(PROCEDURES, "1.1,Thủ tục,Lĩnh vực,7,WORKING_DAYS,RESTART,3,TINH,0"))
                .containsOnly(Map.entry(Change.CHANGED, 1));
        assertThat(inForce("2019-01-28").definition().limit().amount()).isEqualTo(7);
        assertThat(store.bean(Procedures.class)
                        .get(former.id())
                        .definition()
                        .limit()
                        .amount())
                .isEqualTo(10);
    }

    @Test
    void a_version_with_a_day_is_in_force_from_that_day() {
        procedures(PROCEDURES, "1.1,Thủ tục,Lĩnh vực,30,CALENDAR_DAYS,RESTART,3,TINH,0");
        procedures(PROCEDURES + ",TuNgay", "1.1,Thủ tục,Lĩnh vực,20,CALENDAR_DAYS,RESTART,3,TINH,0,2021-03-01");
        assertThat(inForce("2021-02-28").definition().limit().amount()).isEqualTo(30);
        assertThat(inForce("2021-03-01").definition().limit().amount()).isEqualTo(20);
    }

    @Test
    void a_list_for_all_time_takes_the_place_of_every_shipped_version_but_keeps_its_components() {
        Procedures procedures = store.bean(Procedures.class);
        vn.motcua.demo.DemoCatalogueForTests.definitions().forEach(procedures::ship);
        assertThat(procedures
                        .getInForce("1.009374", LocalDate.of(2022, 1, 3))
                        .definition()
                        .limit()
                        .amount())
                .isEqualTo(20);
        procedures(PROCEDURES, "1.009374,Bản tin,Báo chí,25,CALENDAR_DAYS,RESTART,3,TINH,0");
        ProcedureVersion now = procedures.getInForce("1.009374", LocalDate.of(2022, 1, 3));
        assertThat(now.definition().limit().amount()).isEqualTo(25);
        assertThat(now.definition().components()).isNotEmpty();
        assertThat(procedures.getInForce("1.009374", LocalDate.of(2019, 1, 3)).id())
                .isEqualTo(now.id());
    }

    @Test
    void one_bad_row_refuses_the_whole_list_and_every_bad_row_is_told() {
        assertThatThrownBy(() -> procedures(
                        PROCEDURES,
                        "1.1,Thủ tục,Lĩnh vực,10,WORKING_DAYS,RESTART,3,TINH,0",
                        "1.2,Thủ tục,Lĩnh vực,0,WORKING_DAYS,RESTART,3,TINH,0",
                        "1.3,Thủ tục,Lĩnh vực,10,DAYS,RESTART,3,TINH,0",
                        "1.4,Thủ tục,Lĩnh vực,10,WORKING_DAYS,RESTART,3,BANG,0",
                        "1.1,Thủ tục,Lĩnh vực,11,WORKING_DAYS,RESTART,3,TINH,0"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("4 dòng sai");
        assertThat(problems).extracting(RowProblem::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(problems)
                .extracting(RowProblem::column)
                .containsExactly("ThoiHan", "DonViThoiHan", "CapThucHien", "MaTTHC");
        assertThat(store.bean(Procedures.class).current()).isEmpty();
    }

    @Test
    void the_tree_of_agencies_changes_by_day() {
        agencies(AGENCIES, "T,Tỉnh,,TINH", "H,Huyện,T,HUYEN", "X,Xã,H,XA");
        agencies(AGENCIES + ",TuNgay", "X,Xã,T,XA,2025-07-01");
        Agencies agencies = store.bean(Agencies.class);
        int district = agencies.get("H").id();
        int commune = agencies.get("X").id();
        LocalDate mon30Jun2025 = LocalDate.of(2025, 6, 30);
        LocalDate tue1Jul2025 = LocalDate.of(2025, 7, 1);
        assertThat(agencies.tree().subtree(district, mon30Jun2025)).contains(commune);
        assertThat(agencies.tree().subtree(district, tue1Jul2025)).containsExactly(district);
        assertThat(agencies.tree().childrenOf(agencies.get("T").id(), tue1Jul2025))
                .containsExactlyInAnyOrder(district, commune);
    }

    @Test
    void a_closed_agency_keeps_its_place_for_the_dossiers_it_left() {
        agencies(AGENCIES + ",TuNgay,KetThucTu", "T,Tỉnh,,TINH,,", "H,Huyện,T,HUYEN,,2025-07-01");
        Agencies agencies = store.bean(Agencies.class);
        assertThat(agencies.get("H").isOpenOn(LocalDate.of(2025, 7, 1))).isFalse();
        assertThat(agencies.tree().subtree(agencies.get("T").id(), LocalDate.of(2026, 1, 1)))
                .contains(agencies.get("H").id());
    }

    @Test
    void an_unknown_parent_and_a_circle_are_refused() {
        assertThatThrownBy(() -> agencies(AGENCIES, "A,Tỉnh,Z,TINH"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Z");
        assertThatThrownBy(() -> agencies(AGENCIES, "A,Tỉnh,B,TINH", "B,Xã,A,XA"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("vòng tròn");
        assertThatThrownBy(() -> agencies(AGENCIES, "A,Tỉnh,A,TINH")).isInstanceOf(Refusal.class);
        assertThat(store.bean(Agencies.class).all()).isEmpty();
    }

    @Test
    void life_events_come_in_with_their_procedures_in_the_order_of_the_list() {
        procedures(
                PROCEDURES, "1.1,Một,A,10,WORKING_DAYS,RESTART,3,TINH,0", "1.2,Hai,A,10,WORKING_DAYS,RESTART,3,XA,0");
        String[] list = {EVENTS, "cuoi,Kết hôn,CA_NHAN,1.2;1.1", "mo,Mở xưởng,TO_CHUC,1.1"};
        assertThat(events(list)).containsOnly(Map.entry(Change.NEW, 2));
        assertThat(events(list)).containsOnly(Map.entry(Change.UNCHANGED, 2));
        assertThat(store.bean(LifeEvents.class).all())
                .containsExactly(
                        new LifeEvent("cuoi", "Kết hôn", LifeEvent.Audience.PERSON, List.of("1.2", "1.1")),
                        new LifeEvent("mo", "Mở xưởng", LifeEvent.Audience.ORGANISATION, List.of("1.1")));
        assertThat(events(EVENTS, "cuoi,Kết hôn,CA_NHAN,1.2")).containsOnly(Map.entry(Change.CHANGED, 1));
        assertThat(store.bean(LifeEvents.class).all())
                .extracting(LifeEvent::procedures)
                .containsExactly(List.of("1.2"), List.of("1.1"));
        assertThat(events(EVENTS, "cuoi,Kết hôn,CA_NHAN,")).containsOnly(Map.entry(Change.CHANGED, 1));
        assertThat(store.bean(LifeEvents.class).offered(LocalDate.of(2026, 11, 20)))
                .as("an event that takes no procedure is not shown")
                .extracting(LifeEvents.Offered::code)
                .containsExactly("mo");
    }

    @Test
    void a_life_event_of_an_unknown_procedure_or_audience_changes_nothing() {
        procedures(PROCEDURES, "1.1,Một,A,10,WORKING_DAYS,RESTART,3,TINH,0");
        assertThatThrownBy(() -> events(EVENTS, "a,A,CA_NHAN,1.1", "b,B,CA_NHAN,9.9"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("9.9");
        assertThatThrownBy(() -> events(EVENTS, "a,A,AI_DO,1.1", "a,A,CA_NHAN,1.1", "a,A,CA_NHAN,1.1"))
                .isInstanceOf(Refusal.class);
        assertThat(problems).extracting(RowProblem::column).containsExactly("DoiTuong", "MaSuKien");
        assertThat(store.bean(LifeEvents.class).all()).isEmpty();
    }

    @Test
    void a_list_may_name_who_offers_a_procedure_and_one_that_does_not_leaves_it() {
        agencies(AGENCIES, "A,Tỉnh,,TINH", "B,Sở,A,TINH");
        String procedure = "1.1,Một,A,10,WORKING_DAYS,RESTART,3,TINH,0";
        procedures(PROCEDURES + ",DonViThucHien", procedure + ",B");
        ProcedureAgencies offers = store.bean(ProcedureAgencies.class);
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThat(offers.of("1.1", day)).extracting(agency -> agency.code()).containsExactly("B");
        assertThat(procedures(PROCEDURES, procedure)).containsOnly(Map.entry(Change.UNCHANGED, 1));
        assertThat(offers.of("1.1", day)).hasSize(1);
        assertThat(procedures(PROCEDURES + ",DonViThucHien", procedure + ","))
                .containsOnly(Map.entry(Change.CHANGED, 1));
        assertThat(offers.of("1.1", day)).isEmpty();
        assertThatThrownBy(() -> procedures(PROCEDURES + ",DonViThucHien", procedure + ",Z"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Z");
    }

    private ProcedureVersion inForce(String day) {
        return store.bean(Procedures.class).getInForce("1.1", LocalDate.parse(day));
    }

    private Map<Change, Integer> procedures(String... lines) {
        return store.bean(CatalogueImport.class)
                .run(Optional.empty(), Optional.of(file(lines)), problems::add)
                .procedures();
    }

    private Map<Change, Integer> events(String... lines) {
        return store.bean(CatalogueImport.class)
                .run(Optional.empty(), Optional.empty(), Optional.of(file(lines)), problems::add)
                .lifeEvents();
    }

    private Map<Change, Integer> agencies(String... lines) {
        return store.bean(CatalogueImport.class)
                .run(Optional.of(file(lines)), Optional.empty(), problems::add)
                .agencies();
    }

    private static CsvSource file(String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new CsvSource("list.csv", () -> new ByteArrayInputStream(bytes));
    }
}
