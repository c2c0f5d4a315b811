package vn.motcua.workflow.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** A query for people. Who asks finds the people of the own agencies and of those above them. */
final class Users extends UserQueryImpl {

    private final transient Directory directory;

    Users(Directory directory, @Nullable CommandExecutor commands) {
        super(commands);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        return Found.page(
                found(context).map(Users::user),
                Map.of("FIRST_", User::getFirstName, "LAST_", User::getLastName, "EMAIL_", User::getEmail),
                User::getId,
                this);
    }

    private Stream<Person> found(CommandContext context) {
        Visible visible = Visible.to(context.getAuthentication(), directory);
        Stream<Person> asked =
                id == null ? directory.all().stream() : Optional.of(id).flatMap(directory::find).stream();
        return asked.filter(this::fits).filter(visible::has);
    }

    private boolean fits(Person person) {
        User user = user(person);
        return Found.in(ids, user.getId())
                && Found.is(firstName, user.getFirstName())
                && Found.like(firstNameLike, user.getFirstName())
                && Found.is(lastName, user.getLastName())
                && Found.like(lastNameLike, user.getLastName())
                && email == null
                && emailLike == null
                && procDefId == null
                && (groupId == null || person.groups().contains(groupId))
                && (tenantId == null || person.agencies().contains(tenantId));
    }

    /** The engine writes the first name before the last: so a Vietnamese name reads as it is written. */
    private static User user(Person person) {
        String name = person.member().fullName();
        int space = name.lastIndexOf(' ');
        UserEntity user = new UserEntity(person.username());
        user.setFirstName(space < 0 ? "" : name.substring(0, space));
        user.setLastName(name.substring(space + 1));
        user.setEmail("");
        return user;
    }
}
