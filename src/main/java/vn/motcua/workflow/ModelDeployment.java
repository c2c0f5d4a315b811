package vn.motcua.workflow;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.motcua.workflow.engine.EngineRoom;

/**
 * Deploys the models and forms of the build, all together, if any of them changed: a model finds its forms in its own
 * deployment, so dossiers that run go on with the forms they began with. Names are the same wherever Motcua is installed.
 */
@EngineRoom
class ModelDeployment {

    private static final List<String> PATTERNS =
            List.of("classpath*:/processes/*.bpmn", "classpath*:/processes/*.dmn", "classpath*:/forms/*.form");

    private final RepositoryService repository;
    private final Grants grants;

    ModelDeployment(RepositoryService repository, Grants grants) {
        this.repository = repository;
        this.grants = grants;
    }

    @PostConstruct
    void deploy() {
        DeploymentBuilder deployment =
                repository.createDeployment().name("Motcua").enableDuplicateFiltering(false);
        PATTERNS.stream()
                .flatMap(ModelDeployment::find)
                .sorted(Comparator.comparing(resource -> Objects.requireNonNull(resource.getFilename())))
                .forEach(resource -> add(deployment, resource));
        deployment.deploy();
        grants.give();
    }

    private static Stream<Resource> find(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(DeploymentBuilder deployment, Resource resource) {
        try {
            deployment.addInputStream(Objects.requireNonNull(resource.getFilename()), resource.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
