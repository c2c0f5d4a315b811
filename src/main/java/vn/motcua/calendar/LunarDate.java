package vn.motcua.calendar;

/**
 * A day of the lunisolar calendar (âm lịch).
 *
 * @param year the Gregorian year in which the lunar year begins
 * @param month 1 (tháng Giêng) to 12 (tháng Chạp)
 * @param leap whether the month is the leap one that repeats the number of the month before it
 * @param day 1 (mùng 1) to 29 or 30
 */
record LunarDate(int year, int month, boolean leap, int day) {}
