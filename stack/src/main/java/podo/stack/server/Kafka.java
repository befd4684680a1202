package podo.stack.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import podo.stack.process.Ports;
import podo.stack.process.Program;

/** One Kafka broker with a built-in controller (KRaft), in a small JVM. */
public final class Kafka implements Program {
    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final KafkaAccounts accounts;

    public Kafka(Path folder, int port, int controllerPort, KafkaAccounts accounts) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    public KafkaAccounts accounts() {
        return accounts;
    }

    /** The client settings that log in as this account. */
    public Map<String, String> clientSettings(String account) {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                accounts.login(account));
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.deleteIfExists(settings());
        Files.createFile(
                settings(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                settings(),
                PROPERTIES.formatted(
                        port, controllerPort, port, controllerPort, data(), accounts.all(), accounts.all()));
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        var log = folder.resolve("format.log");
        var code = new ProcessBuilder(java(List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        clusterId(),
                        "-c",
                        settings().toString())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("Kafka could not format its data folder:\n" + Files.readString(log));
        }
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(java(List.of("kafka.Kafka", settings().toString())));
        command.addAll(1, archivedClasses());
        return command;
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }

    /** Sets the topics and access rules, unless those of this version are set. */
    @Override
    public void onReady() throws IOException {
        var applied = folder.resolve("access.applied");
        if (Files.exists(applied) && Files.readString(applied).equals(KafkaGrant.text())) {
            return;
        }
        var log = folder.resolve("access.log");
        var setUp = new ProcessBuilder(
                        java(List.of(KafkaAccess.class.getName(), bootstrap()), Artifacts.ownClasses() + ":"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        setUp.environment().put("PODO_KAFKA_PASSWORD", accounts.password(KafkaAccounts.OPERATOR));
        try {
            if (setUp.start().waitFor() != 0) {
                throw new IOException("Kafka's access rules could not be set:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Kafka's access rules were set", e);
        }
        Files.writeString(applied, KafkaGrant.text());
    }

    private Path settings() {
        return folder.resolve("server.properties");
    }

    private Path data() {
        return folder.resolve("data");
    }

    /**
     * The JVM writes an archive of its loaded classes when it ends in order, with which the next one starts in half the time. One that
     * doesn't fit, or that was being written when the JVM was killed, is ignored and written again.
     */
    private static List<String> archivedClasses() {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + Artifacts.kafka().resolveSibling("kafka.jsa"),
                "-Xlog:cds*=off",
                "-Xlog:aot*=off");
    }

    private static List<String> java(List<String> arguments) {
        return java(arguments, "");
    }

    private static List<String> java(List<String> arguments, String ownClasses) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=128m",
                "-Xshare:auto",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-cp",
                ownClasses + Artifacts.kafka() + "/*"));
        command.addAll(arguments);
        return command;
    }

    /** 22 characters of URL-safe Base64; the cleared sign bit keeps the first one from being a dash, which Kafka refuses. */
    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static final String PROPERTIES = """
            process.roles=broker,controller
            node.id=1
            listeners=BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
            advertised.listeners=BROKER://127.0.0.1:%d
            listener.security.protocol.map=BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
            inter.broker.listener.name=BROKER
            controller.listener.names=CONTROLLER
            controller.quorum.voters=1@127.0.0.1:%d
            log.dirs=%s
            sasl.enabled.mechanisms=PLAIN
            sasl.mechanism.inter.broker.protocol=PLAIN
            sasl.mechanism.controller.protocol=PLAIN
            listener.name.broker.plain.sasl.jaas.config=%s
            listener.name.controller.plain.sasl.jaas.config=%s
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User:operator
            num.partitions=4
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            log.segment.bytes=67108864
            log.cleaner.dedupe.buffer.size=4194304
            log.retention.hours=168
            num.network.threads=2
            num.io.threads=4
            controlled.shutdown.enable=true
            """;
}
