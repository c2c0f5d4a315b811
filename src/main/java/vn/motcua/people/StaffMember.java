package vn.motcua.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here.
 *
 * @param username lower-case
 * @param agencyCode with agencyId null only for administrators of the whole store
 */
public record StaffMember(
        String username,
        String fullName,
        StaffGroup group,
        @Nullable Integer agencyId,
        @Nullable String agencyCode,
        boolean enabled,
        boolean mustChangePassword) {}
