package vn.motcua.workflow.engine;

import java.util.Map;

/** The words that models may use in expressions; nothing else of the application is visible to them. */
@FunctionalInterface
public interface ModelVocabulary {
    Map<String, Object> words();
}
