package vn.motcua.forms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What somebody has typed into a form and not sent yet, right or wrong. */
public record Draft(Map<String, List<String>> typed, LocalDateTime savedAt) {}
