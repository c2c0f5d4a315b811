package vn.motcua.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.ProcedureDefinition.Component;
import vn.motcua.catalogue.ProcedureDefinition.Step;

/** Procedure versions as rows, with their components and steps. */
final class ProcedureRows {

    private final JdbcClient jdbc;

    ProcedureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param condition on {@code v}, the version; may end with an order */
    List<ProcedureVersion> where(String condition, Object... params) {
        String sql = "from motcua.procedure_version v join motcua.sector s on s.id = v.sector_id where " + condition;
        List<Integer> ids = jdbc.sql("select v.id " + sql)
                .params(params)
                .query(Integer.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Component>> components = components(ids);
        Map<Integer, List<Step>> steps = steps(ids);
        RowMapper<ProcedureVersion> mapper = (row, n) -> read(
                row,
                components.getOrDefault(row.getInt("id"), List.of()),
                steps.getOrDefault(row.getInt("id"), List.of()));
        return jdbc.sql("select v.*, s.name as sector " + sql)
                .params(params)
                .query(mapper)
                .list();
    }

    int nextRevision(ProcedureDefinition definition) {
        return jdbc.sql("""
                        select coalesce(max(revision), 0) + 1 from motcua.procedure_version
                        where procedure_code = ? and valid_from = ?
                        """)
                .params(definition.code(), definition.validFrom())
                .query(Integer.class)
                .single();
    }

    void insert(ProcedureDefinition d, int revision, boolean shipped) {
        int id = jdbc.sql("""
                        insert into motcua.procedure_version (procedure_code, valid_from, revision, name, sector_id,
                            limit_amount, limit_unit, clock_policy, payment_stops_clock, supplement_requests,
                            acceptance_hours, service_level, agency_level, fee, fee_unit, licence_kind, process_id,
                            legal_source, shipped)
                        values (:code, :validFrom, :revision, :name, :sector, :amount, :unit, :policy, :payment, :requests,
                            :acceptance, :serviceLevel, :agencyLevel, :fee, :feeUnit, :licence, :process, :source, :shipped)
                        returning id
                        """)
                .paramSource(parameters(d)
                        .addValue("sector", sector(d.sector()))
                        .addValue("revision", revision)
                        .addValue("shipped", shipped))
                .query(Integer.class)
                .single();
        int position = 0;
        for (Component component : d.components()) {
            insert(id, ++position, component);
        }
        position = 0;
        for (Step step : d.steps()) {
            insert(id, ++position, step);
        }
    }

    private static MapSqlParameterSource parameters(ProcedureDefinition d) {
        return new MapSqlParameterSource("code", d.code())
                .addValue("validFrom", d.validFrom())
                .addValue("name", d.name())
                .addValue("amount", d.limit().amount())
                .addValue("unit", d.limit().unit().name())
                .addValue("policy", d.clockPolicy().name())
                .addValue("payment", d.paymentStopsClock())
                .addValue("requests", d.supplementRequests())
                .addValue("acceptance", d.acceptanceHours())
                .addValue("serviceLevel", d.serviceLevel())
                .addValue("agencyLevel", d.agencyLevel().name())
                .addValue("fee", d.fee())
                .addValue("feeUnit", d.feeUnit())
                .addValue("licence", d.licenceKind())
                .addValue("process", d.processId())
                .addValue("source", d.legalSource());
    }

    private int sector(String name) {
        jdbc.sql("insert into motcua.sector (name) values (?) on conflict do nothing")
                .param(name)
                .update();
        return jdbc.sql("select id from motcua.sector where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private void insert(int version, int position, Component c) {
        jdbc.sql(
                        "insert into motcua.procedure_component values (:version, :position, :name, :originals, :copies, :form)")
                .param("version", version)
                .param("position", position)
                .param("name", c.name())
                .param("originals", c.originals())
                .param("copies", c.copies())
                .param("form", c.form())
                .update();
    }

    private void insert(int version, int position, Step s) {
        jdbc.sql("""
                        insert into motcua.procedure_step
                        values (:version, :position, :stage, :name, :group, :agency, :duration)
                        """)
                .param("version", version)
                .param("position", position)
                .param("stage", s.stage())
                .param("name", s.name())
                .param("group", s.staffGroup())
                .param("agency", s.agencyCode())
                .param("duration", s.duration())
                .update();
    }

    private Map<Integer, List<Component>> components(Collection<Integer> versions) {
        return jdbc
                .sql(
                        "select * from motcua.procedure_component where version_id in (:ids) order by version_id, position")
                .param("ids", versions)
                .query((row, n) -> Map.entry(
                        row.getInt("version_id"),
                        new Component(
                                row.getString("name"),
                                row.getInt("originals"),
                                row.getInt("copies"),
                                row.getString("form"))))
                .list()
                .stream()
                .collect(byVersion());
    }

    private Map<Integer, List<Step>> steps(Collection<Integer> versions) {
        return jdbc
                .sql("select * from motcua.procedure_step where version_id in (:ids) order by version_id, position")
                .param("ids", versions)
                .query((row, n) -> Map.entry(
                        row.getInt("version_id"),
                        new Step(
                                row.getInt("stage"),
                                row.getString("name"),
                                row.getString("staff_group"),
                                row.getString("agency_code"),
                                row.getString("duration"))))
                .list()
                .stream()
                .collect(byVersion());
    }

    private static <T> java.util.stream.Collector<Map.Entry<Integer, T>, ?, Map<Integer, List<T>>> byVersion() {
        return Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new)));
    }

    private static ProcedureVersion read(ResultSet row, List<Component> components, List<Step> steps)
            throws SQLException {
        ProcedureDefinition definition = new ProcedureDefinition(
                row.getString("procedure_code"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("name"),
                row.getString("sector"),
                new TimeLimit(row.getInt("limit_amount"), LimitUnit.valueOf(row.getString("limit_unit"))),
                ClockPolicy.valueOf(row.getString("clock_policy")),
                row.getBoolean("payment_stops_clock"),
                row.getInt("supplement_requests"),
                row.getInt("acceptance_hours"),
                row.getInt("service_level"),
                AgencyLevel.valueOf(row.getString("agency_level")),
                row.getLong("fee"),
                row.getString("fee_unit"),
                row.getString("licence_kind"),
                row.getString("process_id"),
                row.getString("legal_source"),
                components,
                steps);
        return new ProcedureVersion(row.getInt("id"), row.getInt("revision"), row.getBoolean("shipped"), definition);
    }
}
