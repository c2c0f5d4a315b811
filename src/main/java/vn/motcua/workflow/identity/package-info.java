/**
 * People as the engine and its web applications see them: who they are, whose dossiers they see, and which of Camunda's
 * addresses they may use. A directory of people is an extension of the engine, so the classes that answer its queries
 * extend its internals ({@code org.camunda.bpm.engine.impl}).
 */
@NullMarked
package vn.motcua.workflow.identity;

import org.jspecify.annotations.NullMarked;
