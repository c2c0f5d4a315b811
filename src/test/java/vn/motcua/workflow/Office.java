package vn.motcua.workflow;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import vn.motcua.catalogue.Procedures;
import vn.motcua.demo.DemoCatalogueForTests;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.engine.Dates;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** An office with the shipped catalogue and a running engine, for tests to live through dossiers in. */
final class Office implements AutoCloseable {

    static final String DEPARTMENT = "H37.15";

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

    /** Moves the clock and lets everything wake up that is due by then. */
    void at(LocalDateTime moment) {
        store.clock().set(moment);
        runDueJobs();
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
        return filePublicationWith(DEPARTMENT, others);
    }

    String filePublicationWith(String agency, Map<String, Object> others) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "channel", "ONLINE",
                "applicantKind", "ORGANISATION",
                "applicantName", "Hội Văn học nghệ thuật tỉnh",
                "phone", "0912345678",
                "address", "Phường Lương Văn Tri, tỉnh Lạng Sơn",
                "title", "Kỷ yếu 50 năm",
                "media", "printed"));
        fields.putAll(Map.of(
                "units", 120, "purpose", "Lưu hành nội bộ", "summary", "Kỷ yếu hoạt động của Hội", "subject", "none"));
        fields.putAll(others);
        return file("1.003868", agency, fields);
    }

    /** Any other procedure, filed online. */
    String fileAny(String procedure) {
        return file(
                procedure,
                Map.of(
                        "channel", "ONLINE",
                        "applicantKind", "PERSON",
                        "applicantName", "Lê Văn Nam",
                        "phone", "0912345678",
                        "address", "Xã Bắc Sơn, tỉnh Lạng Sơn",
                        "content", "Đề nghị giải quyết theo quy định"));
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

    Task task(String code, String taskKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(taskKey)
                .singleResult();
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
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(code).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    Dossier dossier(String code) {
        return store.bean(Dossiers.class).get(code);
    }

    List<EventKind> events(String code) {
        return store.bean(Dossiers.class).ledger(dossier(code)).events().stream()
                .map(ClockEvent::kind)
                .toList();
    }

    List<WorkItem> workItems(String code) {
        return store.bean(WorkItems.class).of(dossier(code).id());
    }

    LocalDateTime dueOf(String code, String taskKey) {
        Task task = task(code, taskKey);
        return task.getDueDate() == null ? null : Dates.moment(task.getDueDate());
    }

    /** When the next timer of the activity wakes up. */
    LocalDateTime wakesAt(String code, String activity) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance(code))
                .activityId(activity)
                .list()
                .stream()
                .map(job -> Dates.moment(job.getDuedate()))
                .findFirst()
                .orElse(null);
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
