package vn.motcua.people;

import vn.motcua.support.TestStore;

/** Some people with accounts on a store with the agencies of 2019. */
final class Office {

    static final String PASSWORD = "mưa xuân đến sớm";
    static final String PROVINCE = "000.00.00.H37";
    static final String DISTRICT = "000.00.20.H37";

    private final TestStore store;

    Office(TestStore store) {
        this.store = store;
    }

    static Office of(TestStore store) {
        Office office = new Office(store.importCatalogue());
        for (StaffGroup group : StaffGroup.values()) {
            office.add(group.code() + ".one", group);
        }
        return office;
    }

    StaffMember add(String username, StaffGroup group) {
        return store.bean(Accounts.class)
                .add(new StaffEntry(username, "Người " + username, group, DISTRICT), PASSWORD, false, "test");
    }

    Browser signedIn(StaffGroup group) {
        return signedIn(group.code() + ".one");
    }

    Browser signedIn(String username) {
        Browser browser = new Browser(store);
        String next = Browser.location(browser.signIn(username, PASSWORD));
        if (!next.equals(Arrival.WORK)) {
            throw new AssertionError(username + " was led to " + next);
        }
        return browser;
    }
}
