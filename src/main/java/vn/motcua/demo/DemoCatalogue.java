package vn.motcua.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ClockPolicy;
import vn.motcua.catalogue.ProcedureDefinition;

/** Reads the shipped catalogue; a later entry of a code keeps what it does not say anew. */
final class DemoCatalogue {

    private static final String FILE = "/demo/catalogue.yaml";

    private DemoCatalogue() {}

    static List<ProcedureDefinition> definitions() {
        List<ProcedureDefinition> definitions = new ArrayList<>();
        Map<String, ObjectNode> latest = new HashMap<>();
        for (JsonNode entry : read()) {
            ObjectNode whole =
                    latest.merge(entry.get("code").asText(), entry.deepCopy(), (former, later) -> former.deepCopy()
                            .setAll(later));
            definitions.add(definition(whole));
        }
        return definitions;
    }

    /** Codes of the agencies that offer a procedure, by its code, where not all of its level do. */
    static Map<String, List<String>> agencies() {
        Map<String, List<String>> agencies = new HashMap<>();
        for (JsonNode entry : read()) {
            List<String> codes = new ArrayList<>();
            entry.path("agencies").forEach(code -> codes.add(code.asText()));
            if (!codes.isEmpty()) {
                agencies.put(entry.get("code").asText(), codes);
            }
        }
        return agencies;
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(DemoCatalogue.class.getResourceAsStream(FILE), FILE)) {
            // SnakeYAML resolves the file's anchors, which Jackson's own YAML tree does not.
            return new JsonMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ProcedureDefinition definition(ObjectNode entry) {
        String[] limit = entry.get("limit").asText().split(" ");
        return new ProcedureDefinition(
                entry.get("code").asText(),
                entry.has("from") ? LocalDate.parse(entry.get("from").asText()) : LocalDate.MIN,
                entry.get("name").asText(),
                entry.get("sector").asText(),
                new TimeLimit(Integer.parseInt(limit[0]), LimitUnit.valueOf(limit[1])),
                ClockPolicy.valueOf(entry.get("policy").asText()),
                false,
                1,
                8,
                entry.get("serviceLevel").asInt(),
                AgencyLevel.valueOf(entry.get("agencyLevel").asText()),
                entry.path("fee").asLong(),
                text(entry, "feeUnit"),
                text(entry, "licenceKind"),
                text(entry, "process"),
                text(entry, "legalSource"),
                components(entry.get("components")),
                steps(entry.get("steps")));
    }

    private static List<ProcedureDefinition.Component> components(JsonNode list) {
        List<ProcedureDefinition.Component> components = new ArrayList<>();
        list.forEach(entry -> components.add(new ProcedureDefinition.Component(
                entry.get("name").asText(),
                entry.path("originals").asInt(),
                entry.path("copies").asInt(),
                text(entry, "form"))));
        return components;
    }

    /** Steps follow one another unless they name the same stage. */
    private static List<ProcedureDefinition.Step> steps(JsonNode list) {
        List<ProcedureDefinition.Step> steps = new ArrayList<>();
        list.forEach(entry -> steps.add(new ProcedureDefinition.Step(
                entry.path("stage").asInt(steps.size() + 1),
                entry.get("name").asText(),
                entry.get("group").asText(),
                text(entry, "agency"),
                entry.get("duration").asText())));
        return steps;
    }

    private static @Nullable String text(JsonNode entry, String field) {
        return entry.hasNonNull(field) ? entry.get(field).asText() : null;
    }
}
