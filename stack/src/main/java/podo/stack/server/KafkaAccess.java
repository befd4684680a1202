package podo.stack.server;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Creates the topics and the access rules of {@code kafka.access} in a broker, and removes all other rules. A program of its
 * own, on the broker's class path: the supervisor has no Kafka client.
 */
final class KafkaAccess {
    private static final int PARTITIONS = 6;
    private static final String DEAD_LETTERS = ".dlt";

    private KafkaAccess() {}

    /** Arguments: the broker's address; the operator's password is in {@code PODO_KAFKA_PASSWORD}. */
    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        var password = System.getenv("PODO_KAFKA_PASSWORD");
        Map<String, Object> operator = Map.of(
                "bootstrap.servers",
                arguments[0],
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                KafkaAccounts.login(KafkaAccounts.OPERATOR, password));
        try (var admin = Admin.create(operator)) {
            createTopics(admin);
            setRules(admin);
        }
    }

    private static void createTopics(Admin admin) throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        admin.createTopics(KafkaGrant.all().stream()
                        .flatMap(grant -> grant.topics().stream())
                        .filter(topic -> !topic.endsWith(DEAD_LETTERS))
                        .distinct()
                        .flatMap(topic -> Stream.of(topic, topic + DEAD_LETTERS))
                        .filter(topic -> !existing.contains(topic))
                        .map(topic -> new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()))
                        .toList())
                .all()
                .get();
    }

    private static void setRules(Admin admin) throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = new HashSet<>();
        KafkaGrant.all().forEach(grant -> wanted.addAll(rules(grant)));
        var present = admin.describeAcls(AclBindingFilter.ANY).values().get();
        admin.deleteAcls(present.stream()
                        .filter(rule -> !wanted.contains(rule))
                        .map(AclBinding::toFilter)
                        .toList())
                .all()
                .get();
        wanted.removeAll(present);
        admin.createAcls(wanted).all().get();
    }

    static Collection<AclBinding> rules(KafkaGrant grant) {
        var own = Stream.of(
                rule(grant, AclOperation.DESCRIBE, ResourceType.TOPIC, "podo.", PatternType.PREFIXED),
                rule(grant, AclOperation.READ, ResourceType.GROUP, grant.account(), PatternType.PREFIXED));
        var topics = grant.topics().stream()
                .flatMap(topic -> grant.writes()
                        ? Stream.of(literal(grant, AclOperation.WRITE, topic))
                        : topic.endsWith(DEAD_LETTERS)
                                ? Stream.of(literal(grant, AclOperation.READ, topic))
                                : Stream.of(
                                        literal(grant, AclOperation.READ, topic),
                                        literal(grant, AclOperation.WRITE, topic + DEAD_LETTERS)));
        return List.copyOf(Stream.concat(own, topics).toList());
    }

    private static AclBinding literal(KafkaGrant grant, AclOperation operation, String topic) {
        return rule(grant, operation, ResourceType.TOPIC, topic, PatternType.LITERAL);
    }

    private static AclBinding rule(
            KafkaGrant grant, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + grant.account(), "*", operation, AclPermissionType.ALLOW));
    }
}
