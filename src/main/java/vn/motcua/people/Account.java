package vn.motcua.people;

/**
 * A member with what only signing in needs.
 *
 * @param accessVersion a session that began with another one is over
 */
record Account(StaffMember member, String passwordHash, int accessVersion) {}
