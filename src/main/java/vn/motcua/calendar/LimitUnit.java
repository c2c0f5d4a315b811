package vn.motcua.calendar;

/** The unit in which a legal time limit is counted. */
public enum LimitUnit {
    WORKING_DAYS("ngày làm việc"),
    CALENDAR_DAYS("ngày"),
    WORKING_HOURS("giờ làm việc");

    private final String vietnamese;

    LimitUnit(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    /** The unit as people read it, such as "ngày làm việc". */
    public String vietnamese() {
        return vietnamese;
    }

    /** Whether a limit in this unit ends with a day; otherwise it ends with an instant. */
    public boolean endsWithDay() {
        return this != WORKING_HOURS;
    }
}
