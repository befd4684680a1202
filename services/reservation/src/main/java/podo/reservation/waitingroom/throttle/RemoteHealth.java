package podo.reservation.waitingroom.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks inventory and payment once a second for their health. Calls are spread over the instances of a service, so the worst answer of
 * the last 3 s counts. A service that stops answering counts as ill; one that never answered does not, since it may be starting.
 */
@Component
class RemoteHealth implements DisposableBean {

    private record Report(ServiceHealth health, Instant at) {}

    private static final Logger log = LoggerFactory.getLogger(RemoteHealth.class);
    private static final Duration COUNTS_FOR = Duration.ofSeconds(3);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Report>> reports = new ConcurrentHashMap<>();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final Map<String, Supplier<ServiceHealth>> services;
    private final AdmissionThrottleSettings settings;
    private final Clock clock;

    @Autowired
    RemoteHealth(
            ServiceHealth.InventoryHealthClient inventory,
            ServiceHealth.PaymentHealthClient payment,
            AdmissionThrottleSettings settings,
            Clock clock) {
        this(Map.of("inventory", inventory::health, "payment", payment::health), settings, clock);
    }

    RemoteHealth(Map<String, Supplier<ServiceHealth>> services, AdmissionThrottleSettings settings, Clock clock) {
        this.services = services;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedRate = 1_000)
    void askAll() {
        services.keySet().stream()
                .filter(asking::add)
                .forEach(name -> threads.execute(() -> {
                    try {
                        ask(name);
                    } finally {
                        asking.remove(name);
                    }
                }));
    }

    void ask(String name) {
        try {
            Report report =
                    new Report(Objects.requireNonNull(services.get(name)).get(), clock.instant());
            reports.merge(
                    name,
                    List.of(report),
                    (before, added) -> Stream.concat(
                                    before.stream().filter(old -> isYounger(old, COUNTS_FOR)), added.stream())
                            .toList());
        } catch (RuntimeException e) {
            log.debug("{} did not report its health: {}", name, e.toString());
        }
    }

    /** The first trouble that a service has, for the log; empty without any. */
    Optional<String> trouble() {
        return reports.keySet().stream()
                .sorted()
                .flatMap(name -> trouble(name).stream())
                .findFirst();
    }

    private Optional<String> trouble(String name) {
        List<Report> latest = reports.getOrDefault(name, List.of());
        if (!latest.isEmpty() && !isYounger(latest.getLast(), settings.silence())) {
            return Optional.of(name + " is silent");
        }
        return latest.stream()
                .filter(report -> isYounger(report, COUNTS_FOR) && settings.suffers(report.health()))
                .findFirst()
                .map(report -> name + " reports " + report.health());
    }

    private boolean isYounger(Report report, Duration age) {
        return clock.instant().isBefore(report.at().plus(age));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
