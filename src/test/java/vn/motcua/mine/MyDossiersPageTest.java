package vn.motcua.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Status;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.statistics.Ratings;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.TestStore;

/** The list of what somebody filed. */
class MyDossiersPageTest {

    private static final String LIST = "/account/dossiers";
    private static final Pattern LISTED = Pattern.compile("href=\"/account/dossiers/([^\"?]+)\"");

    private static DeskOffice office;
    private static int people;

    private SignedInApplicant who;
    private Visit visit;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void somebodyNew() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        who = OnlineApplicants.register(office.store, "list%d@example.vn".formatted(people++));
        visit = office.as(who);
    }

    @Test
    void the_last_filed_comes_first_and_what_waits_for_the_applicant_before_all() {
        String first = filed();
        String second = filed();
        String third = filed();
        assertThat(listed(LIST)).containsExactly(third, second, first);
        dossiers().askSupplement(first, Act.by("counter").because("Thiếu bản sao căn cước"));
        assertThat(listed(LIST)).containsExactly(first, third, second);
        assertThat(visit.get(LIST).body())
                .contains("Đang chờ bạn", "Cần bạn bổ sung giấy tờ", "Hồ sơ khác")
                .contains("mc-burn", "còn 1 ngày làm việc");
    }

    @Test
    void each_of_the_four_things_to_do_is_named_and_a_rating_is_asked_for_a_month() {
        String paper = filed();
        dossiers().askSupplement(paper, Act.by("counter").because("Thiếu"));
        String pay = received();
        dossiers().askPayment(pay, Act.by("counter"));
        String result = received();
        dossiers().resolve(result, Act.by("leader"));
        String rate = received();
        dossiers().resolve(rate, Act.by("leader"));
        dossiers().handOver(rate, Act.by("counter"));
        String rated = received();
        dossiers().resolve(rated, Act.by("leader"));
        dossiers().handOver(rated, Act.by("counter"));
        office.store.bean(Ratings.class).give(rated, 4, "");
        String body = visit.get(LIST).body();
        assertThat(body)
                .contains("Cần bạn bổ sung giấy tờ", "Cần bạn nộp phí, lệ phí", "Bạn có thể nhận kết quả")
                .contains("Mời bạn đánh giá");
        assertThat(listed(LIST)).containsExactly(rate, result, pay, paper, rated);
        office.store.clock().advance(Duration.ofDays(31));
        visit = office.as(who);
        assertThat(visit.get(LIST).body()).doesNotContain("Mời bạn đánh giá");
    }

    @Test
    void every_status_is_told_in_words_of_both_languages() {
        Map<Status, String> codes = new HashMap<>();
        codes.put(Status.FILED, filed());
        codes.put(Status.RECEIVED, received());
        codes.put(Status.NOT_ACCEPTED, filed());
        dossiers().notAccept(codes.get(Status.NOT_ACCEPTED), Act.by("counter").because("Sai thẩm quyền"));
        codes.put(Status.IN_PROCESS, received());
        dossiers().beginProcessing(codes.get(Status.IN_PROCESS), Act.by("counter"));
        codes.put(Status.WAITING_SUPPLEMENT, received());
        dossiers()
                .askSupplement(
                        codes.get(Status.WAITING_SUPPLEMENT), Act.by("officer").because("Thiếu"));
        codes.put(Status.WAITING_PAYMENT, received());
        dossiers().askPayment(codes.get(Status.WAITING_PAYMENT), Act.by("counter"));
        codes.put(Status.WITHDRAWAL_ASKED, received());
        dossiers().askWithdrawal(codes.get(Status.WITHDRAWAL_ASKED), Act.by("counter"));
        codes.put(Status.STOPPED, received());
        dossiers().stop(codes.get(Status.STOPPED), Act.by("leader").because("Không bổ sung"));
        codes.put(Status.RESOLVED, received());
        dossiers().resolve(codes.get(Status.RESOLVED), Act.by("leader"));
        codes.put(Status.RETURNED, received());
        dossiers().resolve(codes.get(Status.RETURNED), Act.by("leader"));
        dossiers().handOver(codes.get(Status.RETURNED), Act.by("counter"));
        assertThat(codes.keySet()).isEqualTo(EnumSet.allOf(Status.class));
        Set<String> told = Set.of(
                "Hồ sơ đã nộp, bộ phận một cửa đang kiểm tra.",
                "Hồ sơ đã được tiếp nhận.",
                "Hồ sơ không được tiếp nhận.",
                "Hồ sơ đang được xử lý.",
                "Hồ sơ đang chờ bạn bổ sung giấy tờ.",
                "Hồ sơ đang chờ bạn nộp phí, lệ phí.",
                "Bạn đã đề nghị rút hồ sơ; cơ quan đang xem xét.",
                "Hồ sơ đã dừng xử lý.",
                "Đã có kết quả tại bộ phận một cửa.",
                "Bạn đã nhận kết quả.");
        assertThat(visit.get(LIST).body()).contains(told).doesNotContain("??");
        assertThat(visit.get(LIST + "?lang=en").body())
                .contains("My dossiers", "Your dossier is being handled.", "Waiting for you")
                .doesNotContain("??", "Đang chờ bạn");
        codes.forEach((status, code) -> assertThat(
                        visit.get(LIST + "/" + code + "?lang=en").body())
                .as(status.name())
                .contains(code)
                .doesNotContain("??"));
    }

    @Test
    void a_code_is_found_by_any_part_of_it_and_what_it_cannot_be_finds_nothing() {
        String first = filed();
        String second = filed();
        String end = first.substring(first.length() - 4);
        assertThat(listed(LIST + "?code=%20" + end.toLowerCase(java.util.Locale.ROOT) + "+"))
                .containsExactly(first)
                .doesNotContain(second);
        assertThat(listed(LIST + "?code=%25")).isEmpty();
        assertThat(listed(LIST + "?code=_")).isEmpty();
        assertThat(visit.get(LIST + "?code=%3Cscript%3E%F0%9F%98%80%00").body())
                .contains("&lt;script&gt;", "Không có hồ sơ nào của bạn")
                .doesNotContain("<script>");
    }

    @Test
    void fifty_stand_on_a_page_and_the_next_goes_on_where_it_ended() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            codes.add(0, filed());
        }
        String first = visit.get(LIST).body();
        assertThat(codes(first)).isEqualTo(codes.subList(0, 50));
        String next = Pattern.compile("href=\"(/account/dossiers\\?after=[^\"]+)\"")
                .matcher(first)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String newer = filed();
        assertThat(listed(next)).isEqualTo(codes.subList(50, 52)).doesNotContain(newer);
        assertThat(listed(LIST + "?after=nonsense")).startsWith(newer);
    }

    @Test
    void nobody_finds_the_dossiers_of_another_account() {
        String mine = filed();
        Visit other = office.as(OnlineApplicants.register(office.store, "other%d@example.vn".formatted(people++)));
        assertThat(codes(other.get(LIST).body())).isEmpty();
        assertThat(codes(other.get(LIST + "?code=" + mine).body())).isEmpty();
        assertThat(codes(other.get(LIST + "?after=r" + (dossiers().get(mine).id() + 1))
                        .body()))
                .isEmpty();
    }

    @Test
    void what_is_not_filed_yet_leads_back_to_its_form() {
        int agency =
                office.store.bean(Agencies.class).get(DeskOffice.DEPARTMENT).id();
        UUID draft = office.store
                .bean(IntakeDrafts.class)
                .begin(new IntakeDrafts.Owner(who.actor(), null), agency, "2.001740");
        assertThat(visit.get(LIST).body()).contains("Chưa nộp", "href=\"/file/drafts/" + draft + "\"");
        assertThat(office.as(OnlineApplicants.register(office.store, "nodraft@example.vn"))
                        .get(LIST)
                        .body())
                .doesNotContain(draft.toString());
    }

    @Test
    void a_longer_list_asks_the_database_no_more_often() {
        filed();
        visit.get(LIST);
        int few = asked();
        for (int i = 0; i < 12; i++) {
            String code = filed();
            if (i % 3 == 0) {
                dossiers().askSupplement(code, Act.by("counter").because("Thiếu"));
            }
        }
        assertThat(asked()).isEqualTo(few).isLessThanOrEqualTo(5);
    }

    private int asked() {
        return office.store
                .statements()
                .of(() -> assertThat(visit.get(LIST).statusCode()).isEqualTo(200))
                .size();
    }

    private List<String> listed(String path) {
        return codes(visit.get(path).body());
    }

    private static List<String> codes(String body) {
        return LISTED.matcher(body).results().map(found -> found.group(1)).toList();
    }

    /** Without a process: the list knows dossiers and their clocks only. */
    private String filed() {
        Dossier dossier = dossiers()
                .file(
                        new Filing(
                                "2.001740",
                                DeskOffice.DEPARTMENT,
                                Channel.ONLINE,
                                new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng")),
                        Act.by(who.actor()));
        office.store.bean(DossierOwners.class).filed(dossier.id(), who.accountId());
        return dossier.code();
    }

    private String received() {
        String code = filed();
        dossiers().accept(code, Act.by("counter"));
        return code;
    }

    private static Dossiers dossiers() {
        return office.store.bean(Dossiers.class);
    }
}
