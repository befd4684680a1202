package podo.stack.supervisor.settings;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One module that runs as a process.
 *
 * @param folder relative to the project folder
 * @param heap maximum heap in megabytes
 * @param fixedPort the well-known port and the variable that changes it; empty means any free port
 * @param needs which settings and secrets the process gets
 */
public record ServiceModule(String name, String folder, int heap, Optional<FixedPort> fixedPort, Set<Need> needs) {

    public enum Need {
        CONFIG,
        /** calls {@code /internal} paths of other services, or serves them */
        INTERNAL_CALLS,
        DATABASE,
        REDIS,
        KAFKA,
        PASSES,
        JWT_KEY,
        RECEIPTS,
        TICKET_KEY,
        TOSS,
        /** sends mails */
        SMTP,
        /** settles what came after the backup that was restored */
        RESTORED_FROM
    }

    public record FixedPort(String variable, int number) {}

    public static final List<ServiceModule> ALL = List.of(
            fixed("config", "services/config", 96, "PODO_CONFIG_PORT", 8888),
            fixed("registry", "services/registry", 96, "PODO_REGISTRY_PORT", 8761),
            service("user", 192, Need.CONFIG, Need.INTERNAL_CALLS, Need.DATABASE, Need.REDIS, Need.KAFKA, Need.JWT_KEY),
            service("event", 192, Need.CONFIG, Need.INTERNAL_CALLS, Need.DATABASE, Need.REDIS, Need.KAFKA),
            service(
                    "inventory",
                    384,
                    Need.CONFIG,
                    Need.INTERNAL_CALLS,
                    Need.DATABASE,
                    Need.REDIS,
                    Need.KAFKA,
                    Need.PASSES),
            service(
                    "reservation",
                    384,
                    Need.CONFIG,
                    Need.INTERNAL_CALLS,
                    Need.DATABASE,
                    Need.REDIS,
                    Need.KAFKA,
                    Need.PASSES,
                    Need.RECEIPTS,
                    Need.TICKET_KEY,
                    Need.RESTORED_FROM),
            service(
                    "payment",
                    256,
                    Need.CONFIG,
                    Need.INTERNAL_CALLS,
                    Need.DATABASE,
                    Need.REDIS,
                    Need.KAFKA,
                    Need.TOSS,
                    Need.RESTORED_FROM),
            fixed("toss-simulator", "services/toss-simulator", 128, "PODO_SIMULATOR_PORT", 8090, Need.TOSS),
            new ServiceModule(
                    "web-frontend",
                    "web-frontend",
                    512,
                    Optional.empty(),
                    EnumSet.of(Need.CONFIG, Need.INTERNAL_CALLS, Need.REDIS, Need.PASSES)),
            fixed("gateway-mvc", "gateway-mvc", 384, "PODO_GATEWAY_PORT", 8080, Need.CONFIG, Need.PASSES),
            service("notification", 96, Need.CONFIG, Need.INTERNAL_CALLS, Need.DATABASE, Need.KAFKA, Need.SMTP));

    public Path jar(Path project) {
        return project.resolve(folder).resolve("target").resolve(name + "-1.0.jar");
    }

    /** Whether the other services read from it at their start. */
    public boolean isInfrastructure() {
        return name.equals("config") || name.equals("registry");
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }

    private static ServiceModule service(String name, int heap, Need... needs) {
        return new ServiceModule(name, "services/" + name, heap, Optional.empty(), Set.of(needs));
    }

    private static ServiceModule fixed(String name, String folder, int heap, String variable, int port, Need... needs) {
        return new ServiceModule(name, folder, heap, Optional.of(new FixedPort(variable, port)), Set.of(needs));
    }
}
