package vn.motcua.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossiers;
import vn.motcua.transaction.TransactionMemory;

/** Which process instance a dossier runs on, and which stage of its procedure's steps it has reached. */
@Component
class Flows implements Dossiers.ReadAlong {

    private static final String SQL =
            "select process_instance_id as flow_instance, stage as flow_stage from motcua.dossier_flow where dossier_id = ";

    private static final String COLUMN =
            "(select %s from motcua.dossier_flow f where f.dossier_id = work_item.dossier_id) as flow_%s";

    private record Flow(String instance, int stage) {}

    private final TransactionMemory<Optional<Flow>> seen = new TransactionMemory<>();
    private final TransactionMemory<Optional<String>> instances = new TransactionMemory<>();
    private final JdbcClient jdbc;

    Flows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String columns() {
        return COLUMN.formatted("process_instance_id", "instance") + ", " + COLUMN.formatted("stage", "stage");
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        boolean isOnFlow = row.getString("flow_instance") != null;
        seen.put(row.getLong("dossier_id"), isOnFlow ? Optional.of(flow(row, 0)) : Optional.empty());
    }

    void begin(long dossierId, String processInstanceId, String processId) {
        jdbc.sql("insert into motcua.dossier_flow (dossier_id, process_instance_id, process_id) values (?, ?, ?)")
                .params(dossierId, processInstanceId, processId)
                .update();
        seen.put(dossierId, Optional.of(new Flow(processInstanceId, 0)));
    }

    /** Tells whose instance the transaction at hand is in, so that it need not be read. */
    void isOn(long dossierId, String processInstanceId) {
        instances.put(dossierId, Optional.of(processInstanceId));
    }

    /** The process instance of the dossier; empty for one that came from a register. */
    Optional<String> instance(long dossierId) {
        return instances.find(dossierId).orElseGet(() -> flow(dossierId).map(Flow::instance));
    }

    /** The stage that is handled, from 1; 0 before the first. */
    int stage(long dossierId) {
        return flow(dossierId).orElseThrow().stage();
    }

    void setStage(long dossierId, int stage) {
        jdbc.sql("update motcua.dossier_flow set stage = ? where dossier_id = ?")
                .params(stage, dossierId)
                .update();
        seen.put(dossierId, flow(dossierId).map(flow -> new Flow(flow.instance(), stage)));
    }

    /** Only its own process moves a dossier on, under the dossier's lock. */
    private Optional<Flow> flow(long dossierId) {
        return seen.once(
                dossierId,
                () -> jdbc.sql(SQL + "?").param(dossierId).query(Flows::flow).optional());
    }

    private static Flow flow(ResultSet row, int n) throws SQLException {
        return new Flow(row.getString("flow_instance"), row.getInt("flow_stage"));
    }
}
