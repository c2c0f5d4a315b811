package vn.motcua.workflow.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.jspecify.annotations.Nullable;
import vn.motcua.people.StaffGroup;

/** A query for the groups that people work in. They belong to no agency. */
final class StaffGroups extends GroupQueryImpl {

    private static final String WORK = "WORKFLOW";

    private final transient Directory directory;

    StaffGroups(Directory directory, @Nullable CommandExecutor commands) {
        super(commands);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        return Found.page(found(), Map.of("NAME_", Group::getName, "TYPE_", Group::getType), Group::getId, this);
    }

    private Stream<Group> found() {
        List<String> own = userId == null
                ? List.of()
                : directory.find(userId).map(Person::groups).orElse(List.of());
        return all().filter(group -> Found.is(id, group.getId())
                && Found.in(ids, group.getId())
                && Found.is(name, group.getName())
                && Found.like(nameLike, group.getName())
                && Found.is(type, group.getType())
                && procDefId == null
                && tenantId == null
                && (userId == null || own.contains(group.getId())));
    }

    private static Stream<Group> all() {
        return Stream.concat(
                Arrays.stream(StaffGroup.values()).map(group -> group(group.code(), group.vietnamese(), WORK)),
                Stream.of(group(Groups.CAMUNDA_ADMIN, "Quản trị Camunda", Groups.GROUP_TYPE_SYSTEM)));
    }

    private static Group group(String id, String name, String type) {
        GroupEntity group = new GroupEntity(id);
        group.setName(name);
        group.setType(type);
        return group;
    }
}
