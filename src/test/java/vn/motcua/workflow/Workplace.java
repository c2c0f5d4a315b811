package vn.motcua.workflow;

import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;

/** The people of {@link DeskOffice} with their office and a browser before Tasklist and Cockpit. */
final class Workplace implements AutoCloseable {

    final Office office;
    final Desktop desktop;

    private Workplace(Office office, Desktop desktop) {
        this.office = office;
        this.desktop = desktop;
    }

    /** The test is skipped where no browser is installed, before anything else is started. */
    static Workplace orSkip(String... settings) {
        Chromium.orSkip();
        Office office = Office.on(DeskOffice.open(settings).store);
        try {
            return new Workplace(office, Desktop.orSkip(office.store));
        } catch (RuntimeException noBrowser) {
            office.close();
            throw noBrowser;
        }
    }

    @Override
    public void close() {
        desktop.close();
        office.close();
    }
}
