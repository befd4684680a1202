package podo.e2e.kubernetes;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What {@code compose.yaml} says about Podo's own services: those that are built here. */
final class ComposeFile {

    private ComposeFile() {}

    /** Names of the environment variables by service. */
    static Map<String, Set<String>> variables() {
        Map<String, Set<String>> variables = new TreeMap<>();
        Yaml.map(Yaml.documents(Cluster.ROOT.resolve("compose.yaml")).getFirst(), "services")
                .forEach((name, service) -> {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> body = (Map<String, Object>) service;
                    if (body.containsKey("build")) {
                        variables.put(name, Yaml.map(body, "environment").keySet());
                    }
                });
        return variables;
    }
}
