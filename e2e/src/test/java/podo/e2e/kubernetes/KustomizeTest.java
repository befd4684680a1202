package podo.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both overlays build, and what they build are objects that Kubernetes knows, without a field that it does not know. */
class KustomizeTest {

    private static final Map<String, Class<?>> MODELS = Map.of(
            "v1 ConfigMap", ConfigMap.class,
            "v1 Namespace", Namespace.class,
            "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
            "v1 Service", Service.class,
            "apps/v1 Deployment", Deployment.class,
            "apps/v1 StatefulSet", StatefulSet.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "batch/v1 Job", Job.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

    /** Of operators; their fields are not checked. */
    private static final List<String> CUSTOM = List.of(
            "cert-manager.io/v1",
            "external-secrets.io/v1",
            "kafka.strimzi.io/v1beta2",
            "monitoring.coreos.com/v1",
            "mysql.oracle.com/v2",
            "redis.redis.opstreelabs.in/v1beta2");

    private static final String HASH = "-[a-z0-9]{10}\\b";

    /** Refuses what a model only keeps as an additional property. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated method) {
                    return false;
                }
            });

    static Stream<Cluster> clusters() {
        return Cluster.all();
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyFieldIsOneThatKubernetesKnows(Cluster cluster) {
        assertThat(cluster.manifests()).hasSizeGreaterThan(50).allSatisfy(manifest -> {
            String version = Yaml.string(manifest.body(), "apiVersion");
            if (!CUSTOM.contains(version)) {
                Class<?> model = MODELS.get(version + " " + manifest.kind());
                assertThat(model).as(version + " " + manifest).isNotNull();
                STRICT.convertValue(manifest.body(), model);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void noObjectStandsThereTwice(Cluster cluster) {
        assertThat(cluster.manifests().stream().map(Manifest::toString)).doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsPartOfAKustomization() throws IOException {
        List<Path> named = new ArrayList<>();
        List<Path> present = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Cluster.FOLDER)) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(present::add);
        }
        for (Path file : present) {
            if (file.endsWith("kustomization.yaml")) {
                named.add(file);
                Map<String, Object> body = Yaml.documents(file).getFirst();
                Stream.concat(
                                Yaml.strings(body, "resources").stream(),
                                Yaml.list(body, "patches").stream().map(patch -> Yaml.string(patch, "path")))
                        .map(path -> file.resolveSibling(path).normalize())
                        .forEach(named::add);
            }
        }
        // values of a chart, not an object
        named.add(Cluster.FOLDER.resolve("overlays/production/prometheus-adapter.yaml"));
        assertThat(named)
                .containsAll(present)
                .allSatisfy(path -> assertThat(path).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"laptop", "production"})
    void kubectlBuildsTheSame(String overlay) throws Exception {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
                "no kubectl");
        Path folder = Cluster.FOLDER.resolve("overlays").resolve(overlay);
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", "--load-restrictor", "LoadRestrictionsNone", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String built = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).isZero();
        Cluster ours = Cluster.of(overlay);
        for (Manifest generated : ours.objects("ConfigMap").toList()) {
            built = built.replaceAll("name: " + generated.name() + HASH, "name: " + generated.name());
        }
        assertThat(byName(Yaml.documents(built).stream().map(Manifest::new).toList()))
                .isEqualTo(byName(ours.manifests()));
    }

    private static Map<String, @Nullable Object> byName(List<Manifest> manifests) {
        Map<String, @Nullable Object> byName = new TreeMap<>();
        manifests.forEach(manifest -> byName.put(manifest.toString(), sorted(manifest.body())));
        return byName;
    }

    /** Kustomize puts the entries of a patch first. */
    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                map.forEach((key, part) -> sorted.put(String.valueOf(key), sorted(part)));
                yield sorted;
            }
            case List<?> list ->
                list.stream().map(part -> String.valueOf(sorted(part))).sorted().toList();
            case null, default -> value;
        };
    }
}
