package podo.stack.supervisor.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.stack.process.Ports;
import podo.stack.server.KafkaAccounts;
import podo.stack.supervisor.settings.ServiceModule.Need;
import podo.stack.tls.ProcessTls;

/** The environment variables of each service; a service gets only the secrets that it needs. */
public final class ProcessEnvironments {
    private static final List<String> MAIL_SERVER = List.of(
            "PODO_SMTP_HOST",
            "PODO_SMTP_PORT",
            "PODO_SMTP_USER",
            "PODO_SMTP_PASSWORD",
            "PODO_SMTP_STARTTLS",
            "PODO_SMTP_TLS",
            "PODO_MAIL_FROM",
            "PODO_CHECKING_MAIL_AFTER");

    /** The vendors' keys for tickets in the wallets of phones. */
    private static final List<String> WALLETS = List.of(
            "PODO_WALLET_GOOGLE_ISSUER_ID",
            "PODO_WALLET_GOOGLE_SERVICE_ACCOUNT",
            "PODO_WALLET_APPLE_PASS_TYPE",
            "PODO_WALLET_APPLE_TEAM",
            "PODO_WALLET_APPLE_ORGANISATION",
            "PODO_WALLET_APPLE_CERTIFICATE",
            "PODO_WALLET_APPLE_PRIVATE_KEY",
            "PODO_WALLET_APPLE_AUTHORITY");

    private final StackSettings settings;
    private final StackSecrets secrets;
    private final BackingServers servers;
    private final @Nullable ProcessTls tls;
    private final ListenAddresses listening;
    /** Of the simulator's mailbox, which takes mails where no mail server is named. */
    private final int mailboxPort;

    /** Without TLS. */
    public ProcessEnvironments(StackSettings settings, StackSecrets secrets, BackingServers servers) {
        this(settings, secrets, servers, null);
    }

    public ProcessEnvironments(
            StackSettings settings, StackSecrets secrets, BackingServers servers, @Nullable ProcessTls tls) {
        this.tls = tls;
        this.settings = settings;
        this.secrets = secrets;
        this.servers = servers;
        this.listening = ListenAddresses.of(settings);
        this.mailboxPort =
                settings.get("PODO_MAIL_PORT", "").isEmpty() ? Ports.free() : settings.port("PODO_MAIL_PORT", 0);
    }

    public Map<String, String> of(ServiceModule service, int port) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", listenAddressOf(service));
        environment.put("SPRING_PROFILES_ACTIVE", settings.get("SPRING_PROFILES_ACTIVE", "demo"));
        environment.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "4s");
        // the C library keeps up to eight times as many memory pools as cores, each with what compilers needed at the
        // start
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("PODO_PUBLIC_URL", publicUrl());
        if (service.name().equals("config")) {
            environment.put("PODO_CONFIG_REPO", settings.get("PODO_PROJECT", ".") + "/config-repo");
        }
        if (service.name().equals("gateway-mvc")) {
            environment.put("PODO_MANAGEMENT_PORT", Integer.toString(Ports.free()));
            environment.put("PODO_MANAGEMENT_ADDRESS", ListenAddresses.LOOPBACK);
            environment.put("PODO_SHARED_PORT", Boolean.toString(Ports.canBeShared()));
        }
        if (service.needs(Need.CONFIG)) {
            var scheme = tls != null && tls.betweenServices() ? "https" : "http";
            environment.put("PODO_CONFIG_IMPORT", "configserver:" + scheme + "://127.0.0.1:" + portOf("config"));
            environment.put("PODO_REGISTRY_URL", scheme + "://127.0.0.1:" + portOf("registry") + "/eureka/");
        }
        if (service.needs(Need.INTERNAL_CALLS)) {
            environment.put("PODO_SERVICE_SECRET", secrets.key("PODO_SERVICE_SECRET"));
        }
        if (service.needs(Need.DATABASE)) {
            environment.put("PODO_DB_HOST", "127.0.0.1");
            environment.put("PODO_DB_PORT", Integer.toString(servers.database().port()));
            environment.put("PODO_DB_PASSWORD", databasePassword(service));
        }
        if (service.needs(Need.REDIS)) {
            environment.put("PODO_REDIS_HOST", "127.0.0.1");
            environment.put("PODO_REDIS_PORT", Integer.toString(servers.redis().port()));
            environment.put("PODO_REDIS_PASSWORD", servers.redis().password(service.name()));
        }
        if (service.needs(Need.KAFKA)) {
            environment.putAll(kafkaLogin(service.name()));
        }
        addSecrets(service, environment);
        if (service.needs(Need.SMTP)) {
            environment.putAll(mailServer());
        }
        // web-frontend needs the address too: its Content-Security-Policy allows forms to be sent there
        environment.put("PODO_TOSS_WINDOW_URL", settings.get("PODO_TOSS_WINDOW_URL", simulatorUrl() + "/window"));
        if (service.needs(Need.TOSS)) {
            addTossSettings(environment);
        }
        if (tls != null) {
            environment.putAll(tls.environment(service.name()));
        }
        return environment;
    }

    /** The mail server that {@code PODO_SMTP_HOST} names, or the simulator's mailbox. */
    private Map<String, String> mailServer() {
        var named = new HashMap<String, String>();
        putNamed(MAIL_SERVER, named);
        if (!named.containsKey("PODO_SMTP_HOST")) {
            named.putAll(Map.of(
                    "PODO_SMTP_HOST",
                    ListenAddresses.LOOPBACK,
                    "PODO_SMTP_PORT",
                    Integer.toString(mailboxPort),
                    "PODO_SMTP_STARTTLS",
                    "false"));
        }
        return named;
    }

    /** What {@code ./podo replay} needs: an account that writes every topic and reads the dead letters. */
    public Map<String, String> replay() {
        return kafkaLogin(KafkaAccounts.REPLAY);
    }

    private Map<String, String> kafkaLogin(String account) {
        return Map.of(
                "PODO_KAFKA", servers.kafka().bootstrap(),
                "PODO_KAFKA_USER", account,
                "PODO_KAFKA_PASSWORD", servers.kafka().accounts().password(account));
    }

    public String databasePassword(ServiceModule service) {
        return secrets.password(
                "PODO_DB_PASSWORD_" + service.name().toUpperCase().replace('-', '_'));
    }

    public String publicUrl() {
        return settings.get(
                "PODO_PUBLIC_URL",
                gatewayScheme() + "://" + ListenAddresses.publicHost(listening.gateway()) + ":"
                        + portOf("gateway-mvc"));
    }

    public String simulatorUrl() {
        return "http://" + ListenAddresses.publicHost(listening.simulator()) + ":" + portOf("toss-simulator");
    }

    /** Where this machine reaches the gateway. */
    public String gatewayAddress() {
        return gatewayScheme() + "://" + ListenAddresses.host(listening.gateway()) + ":" + portOf("gateway-mvc");
    }

    private String gatewayScheme() {
        return tls == null ? "http" : tls.scheme("gateway-mvc");
    }

    /** Where this machine reaches the simulator. */
    public String simulatorAddress() {
        return "http://" + ListenAddresses.host(listening.simulator()) + ":" + portOf("toss-simulator");
    }

    private String listenAddressOf(ServiceModule service) {
        return switch (service.name()) {
            case "gateway-mvc" -> listening.gateway();
            case "toss-simulator" -> listening.simulator();
            default -> ListenAddresses.LOOPBACK;
        };
    }

    public int portOf(String service) {
        var fixed = ServiceModule.ALL.stream()
                .filter(known -> known.name().equals(service))
                .findAny()
                .flatMap(ServiceModule::fixedPort)
                .orElseThrow();
        return settings.port(fixed.variable(), fixed.number());
    }

    /** Those that whoever started the stack has set. */
    private void putNamed(List<String> variables, Map<String, String> environment) {
        for (var variable : variables) {
            var value = settings.get(variable, "");
            if (!value.isEmpty()) {
                environment.put(variable, value);
            }
        }
    }

    private void addSecrets(ServiceModule service, Map<String, String> environment) {
        if (service.needs(Need.PASSES)) {
            environment.put("PODO_PASS_SECRET", secrets.key("PODO_PASS_SECRET"));
        }
        if (service.needs(Need.RECEIPTS)) {
            environment.put("PODO_RECEIPT_SECRET", secrets.key("PODO_RECEIPT_SECRET"));
        }
        if (service.needs(Need.RESTORED_FROM)) {
            environment.put(RestoredFrom.VARIABLE, settings.get(RestoredFrom.VARIABLE, ""));
        }
        if (service.needs(Need.TICKET_KEY)) {
            environment.put("PODO_TICKET_KEY", secrets.key("PODO_TICKET_KEY"));
            environment.put("PODO_TICKET_KEYS_RETIRED", settings.get("PODO_TICKET_KEYS_RETIRED", ""));
            putNamed(WALLETS, environment);
        }
        if (service.name().equals("toss-simulator")) {
            environment.put("PODO_SMTP_PORT", Integer.toString(mailboxPort));
            environment.put("PODO_SIMULATOR_TOKEN", secrets.password("PODO_SIMULATOR_TOKEN"));
        }
        if (service.name().equals("user")) {
            environment.put("PODO_DEMO_PASSWORD", ListenAddresses.demoPassword(settings));
        }
        if (service.needs(Need.JWT_KEY)) {
            environment.put("PODO_JWT_PRIVATE_KEY", secrets.rsaKey("PODO_JWT_PRIVATE_KEY"));
        }
    }

    private void addTossSettings(Map<String, String> environment) {
        environment.put("PODO_TOSS_BASE_URL", settings.get("PODO_TOSS_BASE_URL", simulatorAddress()));
        environment.put("PODO_TOSS_SECRET_KEY", secrets.tossKey("PODO_TOSS_SECRET_KEY", "test_sk_"));
        environment.put("PODO_TOSS_CLIENT_KEY", secrets.tossKey("PODO_TOSS_CLIENT_KEY", "test_ck_"));
    }
}
