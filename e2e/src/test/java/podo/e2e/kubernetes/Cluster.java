package podo.e2e.kubernetes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One of the overlays, as a cluster would get it. */
record Cluster(String overlay, List<Manifest> manifests) {

    static final Path ROOT = root();
    static final Path FOLDER = ROOT.resolve("stack/kubernetes");

    static Cluster of(String overlay) {
        return new Cluster(
                overlay, Kustomization.build(FOLDER.resolve("overlays").resolve(overlay)));
    }

    static Stream<Cluster> all() {
        return Stream.of("laptop", "production").map(Cluster::of);
    }

    Stream<Manifest> objects(String... kinds) {
        return manifests.stream().filter(manifest -> List.of(kinds).contains(manifest.kind()));
    }

    Manifest get(String kind, String name) {
        return manifests.stream()
                .filter(manifest -> manifest.is(kind, name))
                .findAny()
                .orElseThrow(() -> new AssertionError(overlay + " has no " + kind + " " + name));
    }

    boolean has(String kind, String name) {
        return manifests.stream().anyMatch(manifest -> manifest.is(kind, name));
    }

    /** Names of the container's variables, those of its config maps too. */
    Set<String> variables(Manifest deployment) {
        Set<String> names = new HashSet<>();
        Yaml.list(deployment.container(), "env").forEach(variable -> names.add(Yaml.string(variable, "name")));
        Yaml.list(deployment.container(), "envFrom")
                .forEach(source -> names.addAll(Yaml.map(
                                get("ConfigMap", Yaml.string(Yaml.map(source, "configMapRef"), "name"))
                                        .body(),
                                "data")
                        .keySet()));
        return names;
    }

    @Override
    public String toString() {
        return overlay;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("config-repo"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
