package vn.motcua.workflow;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ClockPolicy;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.demo.DemoCatalogueForTests;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Submissions;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.engine.Dates;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** An office with the shipped catalogue and a running engine, for tests to live through dossiers in. */
final class Office implements AutoCloseable {

    static final String DEPARTMENT = "H37.15";

    private static final List<String> TABLES = List.of(
            "public.act_ru_execution",
            "public.act_ru_task",
            "public.act_ru_variable",
            "public.act_ru_event_subscr",
            "public.act_ru_job",
            "public.act_ru_incident",
            "public.act_hi_procinst",
            "public.act_hi_actinst",
            "public.act_hi_taskinst",
            "motcua.dossier",
            "motcua.clock_event",
            "motcua.submission",
            "motcua.dossier_fields",
            "motcua.dossier_flow",
            "motcua.work_item",
            "motcua.outbox",
            "motcua.issued_licence");

    final TestStore store;
    final ProcessEngine engine;

    private Office(TestStore store) {
        this.store = store;
        this.engine = store.bean(ProcessEngine.class);
    }

    static Office open(String... settings) {
        return of(TestStore.engine(settings));
    }

    /** The office on a store that has its catalogue already. */
    static Office on(TestStore store) {
        return new Office(store);
    }

    static Office of(TestStore store) {
        for (String file : List.of("2019", "2025", "specialised")) {
            String name = file.equals("specialised") ? "agencies-specialised" : "agencies-langson-" + file;
            store.bean(CatalogueImport.class)
                    .run(Optional.of(CsvSource.shipped("/demo/" + name + ".csv")), Optional.empty(), problem -> {
                        throw new AssertionError(problem.vietnamese());
                    });
        }
        DemoCatalogueForTests.definitions().forEach(store.bean(Procedures.class)::ship);
        return new Office(store);
    }

    /** A second node on the same store. */
    Office another() {
        return new Office(store.anotherEngine());
    }

    /** Moves the clock and lets everything wake up that is due by then. */
    void at(LocalDateTime moment) {
        store.clock().set(moment);
        runDueJobs();
    }

    /** Executes the timer that waits at the activity, whether its time has come or not. */
    void fire(String code, String activity) {
        Job job = jobs(code, activity).get(0);
        engine.getManagementService().executeJob(job.getId());
    }

    LocalDateTime now() {
        return LocalDateTime.now(store.clock());
    }

    void runDueJobs() {
        ManagementService management = engine.getManagementService();
        for (int round = 0; round < 50; round++) {
            List<Job> due = management.createJobQuery().executable().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError("Timers wake up again and again");
    }

    String file(String procedure, Map<String, Object> fields) {
        return file(procedure, DEPARTMENT, fields);
    }

    String file(String procedure, String agency, Map<String, Object> fields) {
        return store.bean(DossierFlow.class).file(procedure, agency, fields, "Người nộp", null);
    }

    /** A non-business publication, filed online. */
    String filePublication(Map<String, Object> others) {
        return file("1.003868", publicationForm(others));
    }

    static Map<String, Object> publicationForm(Map<String, Object> others) {
        Map<String, Object> fields = fields(
                "channel", "ONLINE",
                "applicantKind", "ORGANISATION",
                "applicantName", "Hội Văn học nghệ thuật tỉnh",
                "phone", "0912345678",
                "address", "Phường Lương Văn Tri, tỉnh Lạng Sơn",
                "title", "Kỷ yếu 50 năm",
                "media", "printed",
                "units", 120,
                "purpose", "Lưu hành nội bộ",
                "summary", "Kỷ yếu hoạt động của Hội",
                "subject", "none");
        fields.putAll(others);
        return fields;
    }

    /** Any other procedure, filed online. */
    String fileAny(String procedure) {
        return file(procedure, anyForm(Map.of()));
    }

    static Map<String, Object> anyForm(Map<String, Object> others) {
        Map<String, Object> fields = fields(
                "channel", "ONLINE",
                "applicantKind", "PERSON",
                "applicantName", "Lê Văn Nam",
                "phone", "0912345678",
                "address", "Xã Bắc Sơn, tỉnh Lạng Sơn",
                "content", "Đề nghị giải quyết theo quy định");
        fields.putAll(others);
        return fields;
    }

    /** Puts a procedure into the catalogue whose clock pauses, with nothing to pay and no licence. */
    void ship(String code, int limit, LimitUnit unit, List<ProcedureDefinition.Step> steps) {
        store.bean(Procedures.class)
                .ship(new ProcedureDefinition(
                        code,
                        LocalDate.MIN,
                        "Thủ tục thử " + code,
                        "Thử nghiệm",
                        new TimeLimit(limit, unit),
                        ClockPolicy.PAUSE,
                        false,
                        1,
                        8,
                        4,
                        AgencyLevel.PROVINCE,
                        0,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        steps));
    }

    /** Completes the task as somebody of its group and agency. */
    void complete(String code, String taskKey, Map<String, Object> fields) {
        Task task = task(code, taskKey);
        String group =
                store.bean(WorkItems.class).find(task.getId()).orElseThrow().staffGroup();
        completeAs(group + "-1", group, code, taskKey, fields);
    }

    void completeAs(String person, String group, String code, String taskKey, Map<String, Object> fields) {
        Task task = task(code, taskKey);
        as(person, List.of(group), List.of(task.getTenantId()), () -> {
            store.bean(DossierFlow.class).complete(task.getId(), fields);
            return person;
        });
    }

    <T> T as(String person, List<String> groups, List<String> agencies, Supplier<T> act) {
        engine.getIdentityService().setAuthentication(person, groups, agencies);
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The one open task of that key or name. */
    Task task(String code, String keyOrName) {
        return tasks(code).stream()
                .filter(task -> keyOrName.equals(task.getTaskDefinitionKey()) || keyOrName.equals(task.getName()))
                .reduce((one, other) -> {
                    throw new AssertionError("More than one task " + keyOrName);
                })
                .orElseThrow(() -> new AssertionError("No task %s but %s".formatted(keyOrName, openTasks(code))));
    }

    /** The dossier of a task. */
    String code(Task task) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Who of the people of {@link vn.motcua.support.DeskOffice} has the task to do. */
    String holder(Task task) {
        WorkItem item = store.bean(WorkItems.class).find(task.getId()).orElseThrow();
        return DEPARTMENT.equals(agency(item.agencyId())) ? item.staffGroup() : "police." + item.staffGroup();
    }

    List<Task> tasks(String code) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .list();
    }

    /** What takes a publication straight through: the fields with which each task is completed. */
    static Map<String, Object> usual(String taskKey) {
        return switch (taskKey) {
            case "intake-check" -> fields("decision", "accept", "media", "printed", "units", 120, "subject", "none");
            case "confirm-payment" -> fields("decision", "paid", "receiptNumber", "BL-001");
            case "appraisal" -> fields("decision", "approve", "opinion", "Nội dung phù hợp");
            case "leader-decision" -> fields("decision", "sign");
            case "hand-over" -> fields("receiver", "Lê Văn Nam");
            default -> throw new IllegalArgumentException(taskKey);
        };
    }

    /** Runs what the dossier's process leaves to the job executor, whatever its date. */
    void runJobsOf(String code) {
        ManagementService management = engine.getManagementService();
        management
                .createJobQuery()
                .processInstanceId(instance(code))
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** The one task or job at which the dossier's process stands, "none" when it has ended. */
    String standsAt(String code) {
        List<String> open = openTasks(code);
        if (!open.isEmpty()) {
            return String.join(",", open);
        }
        return isRunning(code)
                ? engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance(code))
                        .messages()
                        .list()
                        .stream()
                        .map(job -> job.getId())
                        .findFirst()
                        .map(any -> "issue-licence")
                        .orElse("nowhere")
                : "none";
    }

    /** The keys of the dossier's open tasks, in alphabetical order. */
    List<String> openTasks(String code) {
        return tasks(code).stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    Dossier dossier(String code) {
        return store.bean(Dossiers.class).get(code);
    }

    List<ClockEvent> ledger(String code) {
        return store.bean(Dossiers.class).ledger(dossier(code)).events();
    }

    List<EventKind> events(String code) {
        return ledger(code).stream().map(ClockEvent::kind).toList();
    }

    ClockEvent lastEvent(String code) {
        List<ClockEvent> events = ledger(code);
        return events.get(events.size() - 1);
    }

    Object field(String code, String key) {
        return store.bean(Submissions.class).fields(dossier(code).id()).get(key);
    }

    /** What Tasklist shows in the form of a task. */
    Map<String, Object> shown(String code, String keyOrName) {
        return shown(task(code, keyOrName));
    }

    Map<String, Object> shown(Task task) {
        return engine.getFormService().getTaskFormVariables(task.getId());
    }

    /** The code of the dossier that was filed last. */
    String lastFiled() {
        return store.jdbc()
                .sql("select code from motcua.dossier order by id desc limit 1")
                .query(String.class)
                .single();
    }

    String processName(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getName();
    }

    DossierFlow flow() {
        return store.bean(DossierFlow.class);
    }

    List<WorkItem> workItems(String code) {
        return store.bean(WorkItems.class).of(dossier(code).id());
    }

    WorkItem item(String code, String keyOrName) {
        return store.bean(WorkItems.class).find(task(code, keyOrName).getId()).orElseThrow();
    }

    /** The code of an agency. */
    String agency(int id) {
        return store.bean(Agencies.class).get(id).code();
    }

    LocalDateTime dueOf(String code, String taskKey) {
        Task task = task(code, taskKey);
        return task.getDueDate() == null ? null : Dates.moment(task.getDueDate());
    }

    /** When the one timer of the activity wakes up. */
    LocalDateTime wakesAt(String code, String activity) {
        List<Job> jobs = jobs(code, activity);
        return jobs.size() == 1 ? Dates.moment(jobs.get(0).getDuedate()) : null;
    }

    List<Job> jobs(String code, String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance(code))
                .activityId(activity)
                .list();
    }

    /**
     * Everything that is kept of all dossiers, ours and the engine's, to compare before and after something that must
     * not have changed anything.
     */
    String everything() {
        return everything(TABLES.toArray(String[]::new));
    }

    /** All that these tables hold. */
    String everything(String... tables) {
        return Stream.of(tables)
                .map(table -> store.jdbc()
                        .sql("select coalesce(string_agg(t::text, chr(10) order by t::text), '') from " + table + " t")
                        .query(String.class)
                        .single())
                .collect(Collectors.joining("\n---\n"));
    }

    /** How many variables the engine keeps, of every kind. */
    int variables() {
        return count("public.act_ru_variable") + count("public.act_hi_varinst") + count("public.act_hi_detail");
    }

    int count(String table) {
        return store.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    boolean isRunning(String code) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count()
                > 0;
    }

    /** The end event at which the dossier's process ended. */
    String endedAt(String code) {
        HistoryService history = engine.getHistoryService();
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .rootProcessInstances()
                .singleResult()
                .getEndActivityId();
    }

    String instance(String code) {
        return store.bean(Flows.class).instance(dossier(code).id()).orElseThrow();
    }

    static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    @Override
    public void close() {
        store.close();
    }
}
