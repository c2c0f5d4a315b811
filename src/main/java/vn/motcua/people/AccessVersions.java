package vn.motcua.people;

import java.util.OptionalInt;

/** Knows accounts of one kind. */
@FunctionalInterface
public interface AccessVersions {

    /** The access version that the account of somebody has now; none for another kind, or when there is no such account. */
    OptionalInt now(SessionHolder holder);
}
