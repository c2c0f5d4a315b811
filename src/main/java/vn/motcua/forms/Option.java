package vn.motcua.forms;

/** One of the values a choice may have, and the words that stand for it. */
public record Option(String value, String label) {}
