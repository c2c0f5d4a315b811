package vn.motcua.calendar;

import java.time.LocalDate;

/**
 * One entry of the office calendar: a day that is not what its weekday makes it.
 *
 * @param date the whole day, in Vietnam's civil calendar
 * @param name what people call it, in Vietnamese, such as {@code Quốc khánh (nghỉ bù)}
 */
public record CalendarDay(LocalDate date, DayKind kind, String name) {}
