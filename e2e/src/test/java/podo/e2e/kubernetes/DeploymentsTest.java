package podo.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service of compose.yaml runs in the cluster too, with the same settings, probes, and nothing that it does not need. */
class DeploymentsTest {

    private static final Pattern MEGABYTES = Pattern.compile("(\\d+)(m|g|Mi|Gi)");
    private static final Pattern WRITTEN =
            Pattern.compile("(?m)^ *(?:for (?:service|account) in ([A-Z_ ]+); do )?echo \"([A-Z_]+)");

    /** Given by others, where they are used: the mail server's password and the wallets' keys. */
    private static final Set<String> NOT_MADE =
            Set.of("PODO_SMTP_PASSWORD", "PODO_WALLET_APPLE_PRIVATE_KEY", "PODO_WALLET_GOOGLE_SERVICE_ACCOUNT");

    static Stream<Cluster> clusters() {
        return Cluster.all();
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyServiceOfComposeRunsWithItsBudgetAndItsPolicy(Cluster cluster) {
        Set<String> services = new TreeSet<>(ComposeFile.variables().keySet());
        assertThat(services)
                .contains("config", "gateway-mvc", "web-frontend", "inventory")
                .hasSize(11);
        if (cluster.overlay().equals("production")) {
            services.remove("toss-simulator");
        }
        assertThat(cluster.objects("Deployment").map(Manifest::name)).containsExactlyInAnyOrderElementsOf(services);
        assertThat(services).allSatisfy(service -> {
            Map<String, Object> labels = Map.of("app.kubernetes.io/name", service);
            Manifest deployment = cluster.get("Deployment", service);
            assertThat(deployment.podLabels()).containsAllEntriesOf(labels);
            assertThat(Yaml.map(deployment.body(), "spec/selector/matchLabels")).isEqualTo(labels);
            assertThat(Yaml.map(cluster.get("PodDisruptionBudget", service).body(), "spec/selector/matchLabels"))
                    .isEqualTo(labels);
            assertThat(Yaml.map(cluster.get("NetworkPolicy", service).body(), "spec/podSelector/matchLabels"))
                    .isEqualTo(labels);
        });
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aServiceHasTheSettingsThatItHasInCompose(Cluster cluster) {
        ComposeFile.variables().forEach((service, variables) -> {
            if (cluster.has("Deployment", service)) {
                assertThat(cluster.variables(cluster.get("Deployment", service)))
                        .as(service)
                        .containsAll(variables);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyServiceIsProbed(Cluster cluster) {
        assertThat(cluster.objects("Deployment"))
                .allSatisfy(deployment -> assertThat(List.of("startupProbe", "readinessProbe", "livenessProbe"))
                        .allSatisfy(probe -> {
                            Map<String, Object> found = Yaml.map(deployment.container(), probe);
                            Map<String, Object> get = Yaml.map(found, "httpGet");
                            // the management port, because at the other one a caller needs a certificate
                            assertThat(
                                            get.isEmpty()
                                                    ? Yaml.strings(Yaml.map(found, "exec"), "command")
                                                    : get.get("port"))
                                    .isIn("management", List.of("health"));
                        }));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aServiceMayFinishItsRequestsBeforeItIsKilled(Cluster cluster) {
        int seconds = secondsOf(cluster, "SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE");
        int drain = secondsOf(cluster, "PODO_DRAIN_ATMOST");
        assertThat(cluster.objects("Deployment")
                        .filter(deployment -> !deployment.name().equals("toss-simulator")))
                .allSatisfy(deployment -> {
                    List<String> sleep =
                            Yaml.strings(Yaml.map(deployment.container(), "lifecycle/preStop/exec"), "command");
                    int grace = (int) deployment.pod().get("terminationGracePeriodSeconds");
                    assertThat(grace).isGreaterThan(seconds + drain + Integer.parseInt(sleep.get(1)) + 10);
                });
    }

    private static int secondsOf(Cluster cluster, String setting) {
        String time = Yaml.string(Yaml.map(cluster.get("ConfigMap", "settings").body(), "data"), setting);
        return Integer.parseInt(time.replaceFirst("s$", ""));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void ourContainersHaveNoMoreRightsThanTheyNeed(Cluster cluster) {
        assertThat(cluster.objects("Deployment", "Job").filter(manifest -> isOurs(manifest.container())))
                .hasSizeGreaterThan(12)
                .allSatisfy(manifest -> {
                    Map<String, Object> pod = Yaml.map(manifest.pod(), "securityContext");
                    assertThat(pod).containsEntry("runAsNonRoot", true).containsEntry("runAsUser", 10001);
                    assertThat(Yaml.map(manifest.container(), "securityContext"))
                            .containsEntry("allowPrivilegeEscalation", false)
                            .containsEntry("readOnlyRootFilesystem", true)
                            .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
                    assertThat(manifest.pod())
                            .containsEntry("automountServiceAccountToken", false)
                            .containsEntry("enableServiceLinks", false);
                    assertThat(Yaml.list(manifest.container(), "volumeMounts"))
                            .anyMatch(mount -> Yaml.string(mount, "mountPath").equals("/tmp"));
                });
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void memoryIsTheHeapAndWhatAProcessNeedsBesides(Cluster cluster) {
        assertThat(cluster.objects("Deployment")).allSatisfy(deployment -> {
            int heap = Yaml.list(deployment.container(), "env").stream()
                    .filter(variable -> Yaml.string(variable, "name").equals("JAVA_HEAP"))
                    .mapToInt(variable -> megabytes(Yaml.string(variable, "value")))
                    .sum();
            int limit = megabytes(Yaml.string(Yaml.map(deployment.container(), "resources/limits"), "memory"));
            assertThat(limit - heap).as("beside the heap").isBetween(200, 600);
            assertThat(Yaml.map(deployment.container(), "resources/requests")).containsKeys("cpu", "memory");
        });
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyImageIsPinned(Cluster cluster) {
        assertThat(cluster.manifests().stream()
                        .filter(Manifest::startsPods)
                        .map(manifest -> Yaml.string(manifest.container(), "image")))
                .allMatch(image -> image.matches("[^:@]+:\\d[\\w.-]*"), "has a version");
    }

    /** Secrets are those that make-env.sh writes, and nothing else that looks like one has its value in a manifest. */
    @ParameterizedTest
    @MethodSource("clusters")
    void secretsComeFromOutside(Cluster cluster) {
        assertThat(cluster.objects("Secret")).isEmpty();
        Set<String> written = written();
        assertThat(written)
                .contains("PODO_PASS_SECRET", "PODO_DB_PASSWORD_USER")
                .hasSizeGreaterThan(25);
        List<Manifest> starting =
                cluster.manifests().stream().filter(Manifest::startsPods).toList();
        assertThat(starting.stream()
                        .flatMap(Manifest::secretKeys)
                        .filter(key -> Yaml.string(key, "name").equals("podo"))
                        .map(key -> Yaml.string(key, "key"))
                        .filter(key -> !NOT_MADE.contains(key)))
                .isSubsetOf(written);
        String readme = Yaml.text(Cluster.FOLDER.resolve("README.md"));
        assertThat(starting.stream()
                        .flatMap(manifest -> Stream.concat(
                                manifest.secretKeys().map(key -> Yaml.string(key, "name")),
                                Yaml.list(manifest.pod(), "volumes").stream()
                                        .map(volume -> Yaml.string(Yaml.map(volume, "secret"), "secretName"))))
                        .filter(name -> !name.isEmpty() && !name.startsWith("tls-")))
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        assertThat(starting.stream().flatMap(manifest -> Yaml.list(manifest.container(), "env").stream()))
                .filteredOn(variable -> variable.containsKey("value"))
                .filteredOn(
                        variable -> Yaml.string(variable, "name").matches(".*(PASSWORD|SECRET|TOKEN|JWT|_KEY)(_.*)?"))
                .isEmpty();
        assertThat(cluster.objects("ConfigMap")
                        .map(map -> Yaml.map(map.body(), "data").keySet())
                        .flatMap(Collection::stream))
                .noneMatch(name -> name.matches("PODO_.*(PASSWORD|SECRET|TOKEN|JWT|_KEY).*"));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everySchemaIsMigratedByAJob(Cluster cluster) {
        Set<String> schemas = ComposeFile.variables().entrySet().stream()
                .filter(service -> service.getValue().contains("PODO_DB_PASSWORD"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(schemas).hasSize(6).allSatisfy(service -> {
            Manifest job = cluster.get("Job", "migrate-" + service);
            assertThat(Yaml.string(job.container(), "image")).endsWith("podo/" + service + ":1.0");
            assertThat(Yaml.strings(job.container(), "command")).contains("podo.starter.jdbc.SchemaMigration");
        });
    }

    private static boolean isOurs(Map<String, Object> container) {
        return Yaml.string(container, "image").contains("podo/");
    }

    private static int megabytes(String size) {
        var parts = MEGABYTES.matcher(size);
        assertThat(parts.matches()).as(size).isTrue();
        return Integer.parseInt(parts.group(1))
                * (parts.group(2).startsWith("g") || parts.group(2).equals("Gi") ? 1024 : 1);
    }

    private static Set<String> written() {
        return WRITTEN.matcher(Yaml.text(Cluster.ROOT.resolve("stack/compose/make-env.sh")))
                .results()
                .flatMap(line -> line.group(1) == null
                        ? Stream.of(line.group(2))
                        : Stream.of(line.group(1).split(" ")).map(part -> line.group(2) + part))
                .collect(Collectors.toSet());
    }
}
