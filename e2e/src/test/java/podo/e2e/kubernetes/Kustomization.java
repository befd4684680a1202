package podo.e2e.kubernetes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a folder with a {@code kustomization.yaml} as kustomize does, as far as ours go: resources, labels, config maps (without a hash in their
 * names), images, and patches by kind and name. {@code KustomizeTest} compares it with kubectl where there is one.
 */
final class Kustomization {

    private final Path folder;
    private final Map<String, Object> file;
    private final List<Manifest> manifests = new ArrayList<>();

    private Kustomization(Path folder) {
        this.folder = folder;
        this.file = Yaml.documents(folder.resolve("kustomization.yaml")).getFirst();
    }

    static List<Manifest> build(Path folder) {
        return new Kustomization(folder).build();
    }

    private List<Manifest> build() {
        for (String resource : Yaml.strings(file, "resources")) {
            Path path = folder.resolve(resource).normalize();
            if (Files.isDirectory(path)) {
                manifests.addAll(build(path));
            } else {
                Yaml.documents(path).forEach(body -> manifests.add(new Manifest(body)));
            }
        }
        Yaml.list(file, "configMapGenerator").forEach(this::generate);
        Yaml.list(file, "patches").forEach(this::patch);
        Yaml.list(file, "images").forEach(this::setImage);
        manifests.forEach(this::addNamespaceAndLabels);
        return List.copyOf(manifests);
    }

    private void generate(Map<String, Object> generator) {
        String name = Yaml.string(generator, "name");
        Map<String, Object> data = new LinkedHashMap<>();
        for (String literal : Yaml.strings(generator, "literals")) {
            int equals = literal.indexOf('=');
            data.put(literal.substring(0, equals), literal.substring(equals + 1));
        }
        for (String file : Yaml.strings(generator, "files")) {
            Path path = folder.resolve(file).normalize();
            data.put(path.getFileName().toString(), Yaml.text(path));
        }
        if (Yaml.string(generator, "behavior").equals("merge")) {
            Yaml.map(find("ConfigMap", name).body(), "data").putAll(data);
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("apiVersion", "v1");
        body.put("kind", "ConfigMap");
        body.put("metadata", new LinkedHashMap<>(Map.of("name", name)));
        body.put("data", data);
        manifests.add(new Manifest(body));
    }

    private Manifest find(String kind, String name) {
        return manifests.stream()
                .filter(manifest -> manifest.is(kind, name))
                .findAny()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " below " + folder));
    }

    private void patch(Map<String, Object> patch) {
        Map<String, Object> change =
                Yaml.documents(folder.resolve(Yaml.string(patch, "path"))).getFirst();
        String kind = Yaml.string(Yaml.map(patch, "target"), "kind");
        Object name = Yaml.map(patch, "target").get("name");
        List<Manifest> targets = manifests.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .filter(manifest -> name == null || manifest.name().matches(name.toString()))
                .toList();
        if (targets.isEmpty()) {
            throw new AssertionError(patch + " changes nothing");
        }
        change.remove("metadata");
        targets.forEach(target -> StrategicMerge.into(target.body(), change));
    }

    private void setImage(Map<String, Object> image) {
        String name = Yaml.string(image, "name");
        String full = image.getOrDefault("newName", name) + ":" + image.get("newTag");
        List<Map<String, Object>> containers = manifests.stream()
                .filter(Manifest::startsPods)
                .map(Manifest::container)
                .filter(container -> Yaml.string(container, "image").equals(name))
                .toList();
        if (containers.isEmpty()) {
            throw new AssertionError("no container has the image " + name);
        }
        containers.forEach(container -> container.put("image", full));
    }

    private void addNamespaceAndLabels(Manifest manifest) {
        Map<String, Object> change = new LinkedHashMap<>();
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (manifest.kind().equals("Namespace")) {
            metadata.put("name", file.get("namespace"));
        } else {
            metadata.put("namespace", file.get("namespace"));
        }
        change.put("metadata", metadata);
        for (Map<String, Object> label : Yaml.list(file, "labels")) {
            Map<String, Object> pairs = Yaml.map(label, "pairs");
            metadata.put("labels", new LinkedHashMap<>(pairs));
            if (manifest.startsPods() && Boolean.TRUE.equals(label.get("includeTemplates"))) {
                change.put("spec", Map.of("template", Map.of("metadata", Map.of("labels", pairs))));
                Yaml.list(manifest.spec(), "volumeClaimTemplates")
                        .forEach(claim -> StrategicMerge.into(claim, Map.of("metadata", Map.of("labels", pairs))));
            }
        }
        StrategicMerge.into(manifest.body(), change);
    }
}
