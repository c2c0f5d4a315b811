/** The engine's own settings and the only code that knows its internals ({@code org.camunda.bpm.engine.impl}). */
@NullMarked
package vn.motcua.workflow.engine;

import org.jspecify.annotations.NullMarked;
