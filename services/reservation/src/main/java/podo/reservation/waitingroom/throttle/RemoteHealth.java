package podo.reservation.waitingroom.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks inventory and payment each second how holding and paying go there. The calls are spread over their instances, so the
 * worst word of the last seconds counts. A neighbour that falls silent suffers too, but not one that was never heard: a stack
 * that is starting is not ill.
 */
@Component
class RemoteHealth implements DisposableBean {

    private record Word(ServiceHealth pulse, Instant at) {}

    private static final Logger log = LoggerFactory.getLogger(RemoteHealth.class);
    private static final Duration COUNTS_FOR = Duration.ofSeconds(3);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Word>> heard = new ConcurrentHashMap<>();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final Map<String, Supplier<ServiceHealth>> neighbours;
    private final AdmissionThrottleSettings settings;
    private final Clock clock;

    @Autowired
    RemoteHealth(
            ServiceHealth.OfInventory inventory,
            ServiceHealth.OfPayment payment,
            AdmissionThrottleSettings settings,
            Clock clock) {
        this(Map.of("inventory", inventory::pulse, "payment", payment::pulse), settings, clock);
    }

    RemoteHealth(Map<String, Supplier<ServiceHealth>> neighbours, AdmissionThrottleSettings settings, Clock clock) {
        this.neighbours = neighbours;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedRate = 1_000)
    void askAll() {
        neighbours.keySet().stream()
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
            Word word = new Word(neighbours.get(name).get(), clock.instant());
            heard.merge(
                    name,
                    List.of(word),
                    (before, news) -> java.util.stream.Stream.concat(
                                    before.stream().filter(old -> isYounger(old, COUNTS_FOR)), news.stream())
                            .toList());
        } catch (RuntimeException e) {
            log.debug("{} did not say how buying goes: {}", name, e.toString());
        }
    }

    /** What is wrong elsewhere, in a few words; empty while all is well. */
    Optional<String> trouble() {
        return heard.keySet().stream()
                .sorted()
                .flatMap(name -> trouble(name).stream())
                .findFirst();
    }

    private Optional<String> trouble(String name) {
        List<Word> words = heard.getOrDefault(name, List.of());
        if (!words.isEmpty() && !isYounger(words.getLast(), settings.silence())) {
            return Optional.of(name + " is silent");
        }
        return words.stream()
                .filter(word -> isYounger(word, COUNTS_FOR) && settings.suffers(word.pulse()))
                .findFirst()
                .map(word -> name + " says " + word.pulse());
    }

    private boolean isYounger(Word word, Duration age) {
        return clock.instant().isBefore(word.at().plus(age));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
