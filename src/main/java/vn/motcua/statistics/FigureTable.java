package vn.motcua.statistics;

import java.util.List;

/**
 * Figures as a table, for {@link ReportFormat#table}.
 *
 * @param rows with a text, a number, a list of texts or null in each column
 */
public record FigureTable(List<String> columns, List<? extends List<?>> rows) {}
