package vn.motcua.applicants;

import org.jspecify.annotations.Nullable;

/** @param passwordHash null for somebody who signs in elsewhere only */
record ApplicantAccount(
        long id, String email, String fullName, @Nullable String passwordHash, int accessVersion) {}
