package podo.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operators are told agrees with what the rest of Podo says: topics, rights, names in certificates, scaled deployments. */
class OperatorsTest {

    private final Cluster cluster = Cluster.of("production");

    @Test
    void theRightsInKafkaAreThoseOfKafkaAccess() {
        Set<String> expected = new TreeSet<>();
        Set<String> topics = new TreeSet<>();
        for (String line : Yaml.text(Cluster.ROOT.resolve("stack/src/main/resources/kafka.access"))
                .split("\n")) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" +");
            String account = words[0];
            expected.add(account + " Describe topic podo. prefix");
            expected.add(account + " Read group " + account + " prefix");
            for (String topic : List.of(words).subList(2, words.length)) {
                boolean writes = words[1].equals("writes");
                expected.add(account + (writes ? " Write" : " Read") + " topic " + topic + " literal");
                if (!writes && !topic.endsWith(".dlt")) {
                    expected.add(account + " Write topic " + topic + ".dlt literal");
                }
                if (!topic.endsWith(".dlt")) {
                    topics.addAll(List.of(topic, topic + ".dlt"));
                }
            }
        }
        Set<String> granted = new TreeSet<>();
        cluster.objects("KafkaUser")
                .forEach(user -> Yaml.list(Yaml.map(user.spec(), "authorization"), "acls")
                        .forEach(rule -> granted.addAll(rights(user.name(), rule))));
        assertThat(granted).isEqualTo(expected);
        assertThat(cluster.objects("KafkaTopic").map(Manifest::name)).containsExactlyInAnyOrderElementsOf(topics);
        assertThat(cluster.objects("KafkaTopic"))
                .allMatch(topic -> topic.spec().get("partitions").equals(6));
    }

    private static List<String> rights(String account, Map<String, Object> rule) {
        Map<String, Object> resource = Yaml.map(rule, "resource");
        return Yaml.strings(rule, "operations").stream()
                .map(operation -> String.join(
                        " ",
                        account,
                        operation,
                        Yaml.string(resource, "type"),
                        Yaml.string(resource, "name"),
                        String.valueOf(resource.getOrDefault("patternType", "literal"))))
                .toList();
    }

    /** ADR 0161: who a service is stands in its certificate. */
    @ParameterizedTest
    @ValueSource(strings = {"laptop", "production"})
    void everyServiceHasACertificateWithItsName(String overlay) {
        Cluster built = Cluster.of(overlay);
        Map<String, Manifest> bySecret = built.objects("Certificate")
                .collect(Collectors.toMap(
                        certificate -> Yaml.string(certificate.spec(), "secretName"), certificate -> certificate));
        assertThat(built.objects("Deployment").filter(service -> !service.name().equals("toss-simulator")))
                .hasSize(10)
                .allSatisfy(service -> {
                    assertThat(secrets(service)).contains("tls-" + service.name());
                    Manifest certificate = bySecret.get("tls-" + service.name());
                    assertThat(certificate).isNotNull();
                    assertThat(Yaml.strings(certificate.spec(), "dnsNames")).containsExactly(service.name());
                });
    }

    private static List<String> secrets(Manifest service) {
        return Yaml.list(service.pod(), "volumes").stream()
                .map(volume -> Yaml.string(Yaml.map(volume, "secret"), "secretName"))
                .toList();
    }

    @Test
    void whatIsScaledHasNoFixedNumberOfPods() {
        Set<String> scaled = cluster.objects("HorizontalPodAutoscaler")
                .map(scaler -> Yaml.string(Yaml.map(scaler.spec(), "scaleTargetRef"), "name"))
                .collect(Collectors.toSet());
        assertThat(scaled).containsExactlyInAnyOrder("gateway-mvc", "web-frontend", "inventory", "reservation");
        assertThat(cluster.objects("Deployment")).allSatisfy(deployment -> {
            Object replicas = deployment.spec().get("replicas");
            assertThat(replicas)
                    .as(deployment.name())
                    .isEqualTo(
                            scaled.contains(deployment.name())
                                    ? null
                                    : deployment.name().equals("registry") ? 1 : 2);
        });
    }

    /** The adapter makes a pod's metric of a series with the name that a meter has in a scrape. */
    @Test
    void scalingReadsMetersThatExist() {
        String adapter = Yaml.text(Cluster.FOLDER.resolve("overlays/production/prometheus-adapter.yaml"));
        assertThat(adapter).contains("podo_(gateway|web)_streams");
        assertThat(Yaml.text(Cluster.FOLDER.resolve("overlays/production/autoscaling.yaml")))
                .contains("podo_gateway_streams", "podo_web_streams");
        assertThat(Yaml.text(
                        Cluster.ROOT.resolve("gateway-mvc/src/main/java/podo/gateway/exchange/StreamingProxy.java")))
                .contains("gauge(\"podo.gateway.streams\"");
        assertThat(Yaml.text(Cluster.ROOT.resolve("web-frontend/src/main/java/podo/web/live/StreamBroadcaster.java")))
                .contains("gauge(\"podo.web.streams\"");
    }
}
