package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who watches in Cockpit, at a real browser: reads Vietnamese, and is offered nothing that the server refuses. */
class CockpitBrowserTest {

    private static final String PROCESS = "Cấp giấy phép xuất bản tài liệu không kinh doanh";
    private static final String BANNER = ".ce-eol-banner";
    private static final Pattern KEY = Pattern.compile("[A-Z]{2,}(_[A-Z0-9]+)+");
    private static final Pattern FOREIGN_DATE = Pattern.compile(".*\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*");

    private static Workplace workplace;
    private static Office office;
    private static Desktop desktop;
    private static String asked;

    @BeforeAll
    static void open() {
        workplace = Workplace.orSkip();
        office = workplace.office;
        desktop = workplace.desktop;
        asked = new Publications(office).at("appraisal", Map.of("subject", "military"));
        assertThat(office.openTasks(asked)).contains("give-opinion");
        ManagementService management = office.engine.getManagementService();
        management.setJobRetries(
                management
                        .createJobQuery()
                        .processInstanceId(office.instance(asked))
                        .list()
                        .get(0)
                        .getId(),
                0);
    }

    @AfterAll
    static void close() {
        if (workplace != null) {
            workplace.close();
        }
    }

    @Test
    void a_manager_reads_vietnamese_on_every_page_and_no_banner() {
        desktop.as("manager");
        CockpitOnScreen cockpit = desktop.cockpit();
        Set<String> read = everything(cockpit);
        assertThat(read).contains("Lượt chạy quy trình đang mở", "Hồ sơ trên quy trình", "Sự cố", "Người xử lý", asked);
        assertThat(read).doesNotContainAnyElementsOf(english());
        assertThat(read).noneMatch(text -> KEY.matcher(text).matches());
        assertThat(read).noneMatch(text -> FOREIGN_DATE.matcher(text).matches());
        assertThat(cockpit.isShown(BANNER)).isFalse();
        assertThat(cockpit.complaints()).isEmpty();
    }

    @Test
    void who_chose_english_on_our_pages_reads_it_here() {
        desktop.as("leader2");
        desktop.open("/desk?lang=en");
        CockpitOnScreen cockpit = desktop.cockpit();
        Set<String> read = everything(cockpit);
        assertThat(read).contains("Running Process Instances", "Process Instances", "Incidents", "Assignee");
        assertThat(read)
                .doesNotContain("Lượt chạy quy trình đang mở", "Hồ sơ trên quy trình", "Người xử lý", "không có");
        assertThat(cockpit.isShown(BANNER)).isFalse();
    }

    /** The dashboard, the processes, one of them with its tabs, its instance and the instance it calls, and a decision. */
    private static Set<String> everything(CockpitOnScreen cockpit) {
        Set<String> read = new TreeSet<>();
        for (String page : List.of("#/dashboard", "#/processes", "#/decisions")) {
            cockpit.open(page);
            read.addAll(cockpit.texts());
        }
        cockpit.follow("Phí thẩm định");
        read.addAll(cockpit.texts());
        cockpit.open("#/processes");
        cockpit.follow(PROCESS);
        read.addAll(cockpit.throughTabs(cockpit::texts));
        for (String instance : List.of(
                office.instance(asked), office.task(asked, "give-opinion").getProcessInstanceId())) {
            cockpit.open("#/process-instance/" + instance + "/runtime");
            read.addAll(cockpit.throughTabs(cockpit::texts));
        }
        return read;
    }

    private static Set<String> english() {
        Map<String, String> vietnamese = WebappTextsTest.texts("cockpit", "vi");
        return WebappTextsTest.texts("cockpit", "en").entrySet().stream()
                .filter(text -> !vietnamese.get(text.getKey()).equals(text.getValue()))
                .map(text -> text.getValue().strip())
                .filter(text -> text.length() > 1)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "leader"})
    void no_link_leads_to_a_refusal(String person) {
        desktop.as(person);
        CockpitOnScreen cockpit = desktop.cockpit();
        cockpit.open("");
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("#/dashboard", "#/process-definition/" + definition()));
        Set<String> kinds = new LinkedHashSet<>();
        while (!ahead.isEmpty()) {
            String link = ahead.remove();
            // A leader has the manager's pages with the links of a leader on them; one of each kind shows these.
            if (seen.add(page(link)) && (kinds.add(kind(link)) || person.equals("manager"))) {
                cockpit.type(link);
                ahead.addAll(cockpit.throughTabs(cockpit::links));
                // The plugin's scripts ask once whether there is anything for the person; for a leader there is not.
                assertThat(cockpit.complaints())
                        .as(link)
                        .allMatch(told -> person.equals("leader") && told.endsWith("/plugin/motcua-sla/default/me"));
            }
        }
        assertThat(String.join(" ", seen))
                .contains("#/processes", "#/process-definition/", "#/process-instance/", "#/decision-definition/")
                .doesNotContain("#/tasks", "#/repository", "#/batch");
    }

    /** Of the process that has instances to lead to. */
    private static String definition() {
        return office.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(office.instance(asked))
                .singleResult()
                .getProcessDefinitionId();
    }

    /** The page of one thing is like that of another. */
    private static String kind(String link) {
        return page(link).replaceFirst("^(#/[^/]+/).*", "$1");
    }

    /** Without what is chosen on the page. */
    private static String page(String link) {
        return link.replaceFirst("\\?.*", "").replaceFirst("/(runtime|history)$", "");
    }

    @Test
    void an_address_of_what_only_administrators_open_leads_to_the_dashboard() {
        desktop.as("manager");
        CockpitOnScreen cockpit = desktop.cockpit();
        for (String address : List.of("#/tasks", "#/repository", "#/batch")) {
            cockpit.open(address);
            assertThat(cockpit.address()).startsWith("#/dashboard");
            cockpit.type("#/processes");
            assertThat(cockpit.address()).startsWith("#/processes");
            cockpit.type(address);
            assertThat(cockpit.address()).startsWith("#/dashboard");
        }
        assertThat(cockpit.complaints()).isEmpty();
    }

    @Test
    void only_an_administrator_has_the_buttons_that_mend() {
        String instance = "#/process-instance/" + office.instance(asked) + "/runtime?tab=incidents-tab";
        for (String person : List.of("manager", "leader", "admin")) {
            desktop.as(person);
            CockpitOnScreen cockpit = desktop.cockpit();
            cockpit.open(instance);
            boolean mends = person.equals("admin");
            assertThat(cockpit.texts()).as(person).contains("Sự cố");
            assertThat(cockpit.isShown(".glyphicon-pause")).as(person).isEqualTo(mends);
            assertThat(cockpit.isShown("td.action .glyphicon-repeat"))
                    .as(person)
                    .isEqualTo(mends);
            assertThat(cockpit.isShown("[cam-annotation-edit] .edit"))
                    .as(person)
                    .isEqualTo(mends);
            assertThat(cockpit.texts().contains("Tác vụ nền")).as(person).isEqualTo(mends);
        }
    }
}
