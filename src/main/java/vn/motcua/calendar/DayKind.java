package vn.motcua.calendar;

/** What an entry of the office calendar makes of its day, whatever the weekday or an earlier entry says. */
public enum DayKind {
    /** A day off: a holiday, its substitute, or a working day exchanged for another. */
    OFF,
    /** A make-up working day; it wins over weekend and holiday. */
    WORK,
    /** An ordinary day again: an earlier entry for it is cancelled and only the weekday counts. */
    NONE
}
