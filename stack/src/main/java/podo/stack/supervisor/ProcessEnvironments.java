package podo.stack.supervisor;

import java.util.HashMap;
import java.util.Map;
import podo.stack.process.Ports;
import podo.stack.supervisor.ServiceModule.Need;

/** What each process is told through its environment: no service gets a secret that it has no use for. */
final class ProcessEnvironments {
    private final StackSettings surroundings;
    private final Secrets secrets;
    private final BackingServers backbone;

    ProcessEnvironments(StackSettings surroundings, Secrets secrets, BackingServers backbone) {
        this.surroundings = surroundings;
        this.secrets = secrets;
        this.backbone = backbone;
    }

    Map<String, String> of(ServiceModule service, int port) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_PROFILES_ACTIVE", surroundings.get("SPRING_PROFILES_ACTIVE", "demo"));
        environment.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "8s");
        environment.put("PODO_PUBLIC_URL", publicUrl());
        if (service.name().equals("config")) {
            environment.put("PODO_CONFIG_REPO", surroundings.get("PODO_PROJECT", ".") + "/config-repo");
        }
        if (service.name().equals("gateway-mvc")) {
            environment.put("PODO_MANAGEMENT_PORT", Integer.toString(Ports.free()));
        }
        if (service.needs(Need.CONFIG)) {
            environment.put("PODO_CONFIG_IMPORT", "configserver:http://127.0.0.1:" + portOf("config"));
            environment.put("PODO_REGISTRY_URL", "http://127.0.0.1:" + portOf("registry") + "/eureka/");
        }
        if (service.needs(Need.NEIGHBOURS)) {
            environment.put("PODO_SERVICE_SECRET", secrets.key("PODO_SERVICE_SECRET"));
        }
        if (service.needs(Need.DATABASE)) {
            environment.put("PODO_DB_HOST", "127.0.0.1");
            environment.put("PODO_DB_PORT", Integer.toString(backbone.database().port()));
            environment.put("PODO_DB_PASSWORD", databasePassword(service));
        }
        if (service.needs(Need.REDIS)) {
            environment.put("PODO_REDIS_HOST", "127.0.0.1");
            environment.put("PODO_REDIS_PORT", Integer.toString(backbone.redis().port()));
        }
        if (service.needs(Need.KAFKA)) {
            environment.put("PODO_KAFKA", backbone.kafka().bootstrap());
        }
        secretsOfTheHouse(service, environment);
        // no secret: the pages need it too, for where their forms may lead
        environment.put("PODO_TOSS_WINDOW_URL", surroundings.get("PODO_TOSS_WINDOW_URL", simulatorUrl() + "/window"));
        if (service.needs(Need.TOSS)) {
            toss(environment);
        }
        return environment;
    }

    String databasePassword(ServiceModule service) {
        return secrets.password(
                "PODO_DB_PASSWORD_" + service.name().toUpperCase().replace('-', '_'));
    }

    String publicUrl() {
        return surroundings.get("PODO_PUBLIC_URL", "http://localhost:" + portOf("gateway-mvc"));
    }

    String simulatorUrl() {
        return "http://localhost:" + portOf("toss-simulator");
    }

    int portOf(String service) {
        var fixed = ServiceModule.ALL.stream()
                .filter(known -> known.name().equals(service))
                .findAny()
                .flatMap(ServiceModule::fixedPort)
                .orElseThrow();
        return surroundings.port(fixed.variable(), fixed.number());
    }

    private void secretsOfTheHouse(ServiceModule service, Map<String, String> environment) {
        if (service.needs(Need.PASSES)) {
            environment.put("PODO_PASS_SECRET", secrets.key("PODO_PASS_SECRET"));
        }
        if (service.needs(Need.RECEIPTS)) {
            environment.put("PODO_RECEIPT_SECRET", secrets.key("PODO_RECEIPT_SECRET"));
        }
        if (service.needs(Need.JWT_KEY)) {
            environment.put("PODO_JWT_PRIVATE_KEY", secrets.rsaKey("PODO_JWT_PRIVATE_KEY"));
        }
    }

    private void toss(Map<String, String> environment) {
        environment.put(
                "PODO_TOSS_BASE_URL",
                surroundings.get("PODO_TOSS_BASE_URL", "http://127.0.0.1:" + portOf("toss-simulator")));
        environment.put("PODO_TOSS_SECRET_KEY", secrets.tossKey("PODO_TOSS_SECRET_KEY", "test_sk_"));
        environment.put("PODO_TOSS_CLIENT_KEY", secrets.tossKey("PODO_TOSS_CLIENT_KEY", "test_ck_"));
    }
}
