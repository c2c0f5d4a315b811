package vn.motcua.calendar;

import java.time.DateTimeException;

/** A date outside the years that the working calendar knows; the message says, in Vietnamese, which and what to do. */
public class CalendarRangeException extends DateTimeException {

    CalendarRangeException(String message) {
        super(message);
    }
}
