package vn.motcua.workflow;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.motcua.workflow.engine.EngineRoom;

/** A server makes its rounds; whoever only looks at a store, or tests it, does not. */
@EngineRoom
@EnableScheduling
@ConditionalOnWebApplication
class Rounds {}
