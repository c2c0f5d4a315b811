package vn.motcua.demo;

/** How far the loading of the demo has come, for whoever waits for it; published as an application event. */
public record DemoProgress(String vietnamese) {}
