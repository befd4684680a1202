package podo.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may talk to whom is what the code does: HTTP clients, routes of the gateway, passwords of servers. */
class NetworkPoliciesTest {

    private static final Pattern GROUP = Pattern.compile("@ImportHttpServices\\(\\s*group = \"([a-z-]+)\"");
    private static final Pattern ROUTE = Pattern.compile("uri: service://([a-z-]+)");
    /** Their tokens are checked with the keys that user publishes. */
    private static final List<String> CHECK_TOKENS =
            List.of("event", "inventory", "reservation", "payment", "gateway-mvc");

    static Stream<Cluster> clusters() {
        return Cluster.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "event", "inventory", "reservation", "payment", "notification", "web-frontend"})
    void aServiceIsReachedByWhoCallsIt(String service) throws IOException {
        Cluster cluster = Cluster.of("production");
        Set<String> callers = new TreeSet<>();
        for (String caller :
                List.of("user", "event", "inventory", "reservation", "payment", "notification", "web-frontend")) {
            if (groups(module(caller)).contains(service)) {
                callers.add(caller);
            }
        }
        if (ROUTE.matcher(Yaml.text(Cluster.ROOT.resolve("gateway-mvc/src/main/resources/application.yml")))
                .results()
                .anyMatch(route -> route.group(1).equals(service))) {
            callers.add("gateway-mvc");
        }
        if (service.equals("user")) {
            callers.addAll(CHECK_TOKENS);
        }
        assertThat(names(cluster, service, "ingress", "from")).isEqualTo(callers);
        assertThat(callers)
                .allSatisfy(caller ->
                        assertThat(names(cluster, caller, "egress", "to")).contains(service));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void nothingComesInOrGoesOutUnlessAPolicySaysSo(Cluster cluster) {
        Manifest in = cluster.get("NetworkPolicy", "nothing-in");
        assertThat(Yaml.map(in.spec(), "podSelector")).isEmpty();
        assertThat(in.spec()).doesNotContainKey("ingress").containsEntry("policyTypes", List.of("Ingress"));
        Manifest out = cluster.get("NetworkPolicy", "nothing-out");
        assertThat(out.spec()).doesNotContainKey("egress").containsEntry("policyTypes", List.of("Egress"));
        assertThat(cluster.objects("Deployment", "Job"))
                .allSatisfy(manifest ->
                        assertThat(manifest.podLabels()).containsEntry("app.kubernetes.io/part-of", "podo"));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void onlyTheGatewayIsOpenToAll(Cluster cluster) {
        assertThat(cluster.objects("NetworkPolicy")
                        .filter(policy -> Yaml.list(policy.spec(), "ingress").stream()
                                .anyMatch(rule -> !rule.containsKey("from")))
                        .map(Manifest::name))
                .isSubsetOf("gateway-mvc", "toss-simulator");
        assertThat(cluster.objects("Service")
                        .filter(service ->
                                List.of("LoadBalancer", "NodePort").contains(Yaml.string(service.spec(), "type")))
                        .map(Manifest::name))
                .isSubsetOf("gateway-mvc");
    }

    /** Who has a password of a server has the label by which the overlays let it through, and nobody else. */
    @ParameterizedTest
    @MethodSource("clusters")
    void onlyWhoHasAPasswordReachesAServer(Cluster cluster) {
        Map<String, String> servers =
                Map.of("mysql", "PODO_DB_PASSWORD", "redis", "PODO_REDIS_PASSWORD", "kafka", "PODO_KAFKA_PASSWORD");
        servers.forEach((server, password) -> {
            String label = "podo/needs-" + server;
            assertThat(cluster.objects("Deployment", "Job"))
                    .allSatisfy(manifest -> assertThat(manifest.podLabels().containsKey(label))
                            .as("%s has the label %s", manifest, label)
                            .isEqualTo(
                                    cluster.variables(manifest).stream().anyMatch(name -> name.startsWith(password))));
            assertThat(Yaml.map(cluster.get("NetworkPolicy", "needs-" + server).spec(), "podSelector/matchLabels"))
                    .isEqualTo(Map.of(label, "true"));
        });
        assertThat(cluster.objects("NetworkPolicy")
                        .flatMap(policy -> Yaml.list(policy.spec(), "ingress").stream()
                                .filter(rule -> !List.of("gateway-mvc", "toss-simulator")
                                        .contains(policy.name()))
                                .flatMap(rule -> Yaml.list(rule, "from").stream())))
                .noneMatch(peer -> peer.containsKey("ipBlock"));
    }

    private static Set<String> names(Cluster cluster, String service, String direction, String peers) {
        Set<String> names = new TreeSet<>();
        Yaml.list(cluster.get("NetworkPolicy", service).spec(), direction).stream()
                .flatMap(rule -> Yaml.list(rule, peers).stream())
                .flatMap(peer -> Yaml.list(Yaml.map(peer, "podSelector"), "matchExpressions").stream())
                .forEach(expression -> names.addAll(Yaml.strings(expression, "values")));
        return names;
    }

    private static Path module(String service) {
        return Cluster.ROOT.resolve(service.equals("web-frontend") ? service : "services/" + service);
    }

    private static Set<String> groups(Path module) throws IOException {
        Set<String> groups = new TreeSet<>();
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file ->
                            GROUP.matcher(Yaml.text(file)).results().forEach(found -> groups.add(found.group(1))));
        }
        return groups;
    }
}
