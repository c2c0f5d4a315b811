package vn.motcua.workflow;

import static vn.motcua.workflow.Office.fields;

import java.util.LinkedHashMap;
import java.util.Map;

/** Brings dossiers of non-business publications as far as a test wants them. */
final class Publications {

    private final Office office;

    Publications(Office office) {
        this.office = office;
    }

    /** A dossier whose next task is the given one, all before it having gone well. */
    String at(String taskKey) {
        return at(taskKey, Map.of());
    }

    /** @param filed fields of the filing other than the usual ones */
    String at(String taskKey, Map<String, Object> filed) {
        String code = office.filePublication(filed);
        Map<String, Map<String, Object>> way = new LinkedHashMap<>();
        way.put("intake-check", accepted(filed));
        way.put("confirm-payment", paid());
        way.put("appraisal", approved());
        way.put("give-opinion", fields("decision", "agree", "opinion", "Không có nội dung mật"));
        way.put("leader-decision", signed());
        way.put("hand-over", handedOver());
        for (Map.Entry<String, Map<String, Object>> step : way.entrySet()) {
            if (step.getKey().equals(taskKey)) {
                break;
            }
            if (office.openTasks(code).contains(step.getKey())) {
                office.complete(code, step.getKey(), step.getValue());
                office.runDueJobs();
            }
        }
        return code;
    }

    /** A dossier that waits for papers asked for by the officer. */
    String waitingForPapers() {
        String code = at("appraisal");
        office.complete(code, "appraisal", incomplete());
        return code;
    }

    static Map<String, Object> accepted() {
        return accepted(Map.of());
    }

    static Map<String, Object> accepted(Map<String, Object> others) {
        Map<String, Object> fields = fields("decision", "accept", "media", "printed", "units", 120, "subject", "none");
        others.forEach(fields::replace);
        return fields;
    }

    static Map<String, Object> notYetAccepted(String decision, String reason) {
        Map<String, Object> fields = accepted();
        fields.put("decision", decision);
        fields.put("reason", reason);
        return fields;
    }

    static Map<String, Object> paid() {
        return fields("decision", "paid", "receiptNumber", "BL-001");
    }

    static Map<String, Object> approved() {
        return fields("decision", "approve", "opinion", "Nội dung phù hợp");
    }

    static Map<String, Object> incomplete() {
        return fields("decision", "supplement", "opinion", "Chưa đủ giấy tờ", "reason", "Thiếu bản thảo đóng dấu");
    }

    static Map<String, Object> signed() {
        return fields("decision", "sign");
    }

    static Map<String, Object> handedOver() {
        return fields("receiver", "Lê Văn Nam");
    }

    static Map<String, Object> papers() {
        return fields("receivedPapers", "Đã nộp bản thảo đóng dấu");
    }
}
