package vn.motcua.watch;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Adds our metrics to those of the JVM, the server and the pool, which come by themselves. */
@Configuration(proxyBeanMethods = false)
class PrometheusMetrics {

    /** Everything that the metrics are taken from is made with the first scrape. */
    @Bean
    PrometheusRegistry prometheusRegistry(ObjectProvider<StoreMetrics> store, ObjectProvider<NodeMetrics> node) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register((MultiCollector) () -> {
            Scrape scrape = new Scrape();
            store.getObject().collect(scrape);
            node.getObject().collect(scrape);
            return scrape.done();
        });
        return registry;
    }

    /** Who was let in by which filter in which time is nothing that anybody watches; each request would pay for it. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
