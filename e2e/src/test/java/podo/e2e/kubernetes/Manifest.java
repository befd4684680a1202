package podo.e2e.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One object of a cluster. */
record Manifest(Map<String, Object> body) {

    String kind() {
        return Yaml.string(body, "kind");
    }

    String name() {
        return Yaml.string(Yaml.map(body, "metadata"), "name");
    }

    Map<String, Object> spec() {
        return Yaml.map(body, "spec");
    }

    boolean is(String kind, String name) {
        return kind().equals(kind) && name().equals(name);
    }

    /** Whether it starts pods by a template. */
    boolean startsPods() {
        return List.of("Deployment", "StatefulSet", "Job").contains(kind());
    }

    Map<String, Object> pod() {
        return Yaml.map(body, "spec/template/spec");
    }

    Map<String, Object> podLabels() {
        return Yaml.map(body, "spec/template/metadata/labels");
    }

    /** The pods' only container. */
    Map<String, Object> container() {
        List<Map<String, Object>> containers = Yaml.list(pod(), "containers");
        if (containers.size() != 1) {
            throw new AssertionError(this + " has " + containers.size() + " containers");
        }
        return containers.getFirst();
    }

    /** Name and key of each secret that the container gets in a variable. */
    Stream<Map<String, Object>> secretKeys() {
        return Yaml.list(container(), "env").stream()
                .map(variable -> Yaml.map(variable, "valueFrom/secretKeyRef"))
                .filter(reference -> !reference.isEmpty());
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
