package vn.motcua.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.forms.FormDefinition;
import vn.motcua.people.StaffGroup;

/** What can be done to a dossier beside completing its tasks; some of it is a task of the process already. */
enum DossierAction {
    SUPPLEMENT_RECEIVED(StaffGroup.COUNTER, Set.of("await-papers", "receive-supplement"), null),
    PAYMENT_RECEIVED(StaffGroup.COUNTER, Set.of("confirm-payment"), null),
    EXTENSION(StaffGroup.LEADER, Set.of(), "extension"),
    WITHDRAWAL(StaffGroup.COUNTER, Set.of(), "withdrawal"),
    OPINION(StaffGroup.OFFICER, Set.of(), "opinion");

    private final StaffGroup group;
    private final Set<String> tasks;
    private final @Nullable FormDefinition form;

    DossierAction(StaffGroup group, Set<String> tasks, @Nullable String form) {
        this.group = group;
        this.tasks = tasks;
        this.form = form == null ? null : read(form);
    }

    /** Whose it is. */
    StaffGroup group() {
        return group;
    }

    /** The tasks that it is done with, empty where a message does it. */
    Set<String> tasks() {
        return tasks;
    }

    FormDefinition form() {
        if (form == null) {
            throw new IllegalStateException(this + " is a task and has its form");
        }
        return form;
    }

    /** The last part of its address. */
    String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<DossierAction> of(String address) {
        return Arrays.stream(values())
                .filter(action -> action.address().equals(address))
                .findFirst();
    }

    /** A form of the desk's own, which no task of a process has. */
    static FormDefinition read(String name) {
        try (InputStream file = DossierAction.class.getResourceAsStream("/desk/" + name + ".form")) {
            if (file == null) {
                throw new IllegalStateException("No form " + name);
            }
            return FormDefinition.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
