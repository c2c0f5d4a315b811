package vn.motcua.workflow;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which process instance a dossier runs on, and which stage of its procedure's steps it has reached. */
@Component
class Flows {

    private final JdbcClient jdbc;

    Flows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long dossierId, String processInstanceId, String processId) {
        jdbc.sql("insert into motcua.dossier_flow (dossier_id, process_instance_id, process_id) values (?, ?, ?)")
                .params(dossierId, processInstanceId, processId)
                .update();
    }

    /** The process instance of the dossier; empty for one that came from a register. */
    Optional<String> instance(long dossierId) {
        return jdbc.sql("select process_instance_id from motcua.dossier_flow where dossier_id = ?")
                .param(dossierId)
                .query(String.class)
                .optional();
    }

    /** The stage that is handled, from 1; 0 before the first. */
    int stage(long dossierId) {
        return jdbc.sql("select stage from motcua.dossier_flow where dossier_id = ?")
                .param(dossierId)
                .query(Integer.class)
                .single();
    }

    void setStage(long dossierId, int stage) {
        jdbc.sql("update motcua.dossier_flow set stage = ? where dossier_id = ?")
                .params(stage, dossierId)
                .update();
    }
}
