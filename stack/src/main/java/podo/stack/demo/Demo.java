package podo.stack.demo;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import podo.stack.junit.PageVisitor;

/**
 * Creates the demo data and rehearses a purchase, through the public API only, as the demo's organiser and as fans.
 */
public final class Demo {
    private static final int SEATS_PER_FAN = 4;
    private static final int ROUNDS = 5;

    private final DemoApiClient api;
    private final Supplier<PageVisitor> visitors;
    private final String password;
    private final Consumer<String> report;

    /**
     * @param http trusts the gateway’s certificate where it has one
     * @param password of the demo's accounts
     * @param report called with a line of text for everything that was created
     */
    public Demo(HttpClient http, String gateway, String simulator, String password, Consumer<String> report) {
        this.password = password;
        this.api = new DemoApiClient(http, gateway, simulator);
        this.visitors = () -> new PageVisitor(gateway, HttpClient.newBuilder().sslContext(http.sslContext()));
        this.report = report;
    }

    /** Creates the events that are missing; called at each start. */
    public void createEvents() {
        programme().createMissing(Instant.now());
    }

    /** Has fans buy what is left of the event that the demo shows as sold out. */
    public void sellOut() {
        programme().findOnSale(DemoShow.SOLD_OUT).ifPresent(this::sellOut);
    }

    /** Joins the line, enters, holds a seat, books it and pays with a card that is declined, as a fan; then releases everything. */
    public void rehearse(String password) {
        var fan = rehearsalFan(0, password);
        rehearsal(fan.caller()).play(fan.caller());
    }

    /** Rehearses for this time or until stopped; see {@link WarmUp}. */
    public void warmUp(String password, Duration time, BooleanSupplier stopped) {
        var fans = IntStream.range(0, WarmUp.FANS)
                .mapToObj(number -> rehearsalFan(number, password))
                .toList();
        int rehearsals = new WarmUp(rehearsal(fans.getFirst().caller()), fans, stopped).run(time);
        report.accept("warm-up: " + rehearsals + " purchases rehearsed");
    }

    private Rehearsal rehearsal(DemoApiClient.Caller fan) {
        var eventId = programme()
                .findOnSale(DemoShow.ARENA)
                .orElseThrow(() -> new IllegalStateException(DemoShow.ARENA.title() + " is not on sale"));
        return new Rehearsal(api, fan, eventId);
    }

    private RehearsalFan rehearsalFan(int number, String password) {
        var email = (number == 0 ? "rehearsal" : "rehearsal-" + number) + "@podo.dev";
        return new RehearsalFan(email, password, api.signUp(email, password, "Rehearsal"), visitors.get());
    }

    private DemoProgramme programme() {
        return new DemoProgramme(api.logIn("organiser@podo.dev", password), report);
    }

    /** The fans buy side by side, each its own seats. */
    private void sellOut(String eventId) {
        var suffix = Long.toString(System.currentTimeMillis(), 36);
        var sold = new AtomicInteger();
        for (int round = 1; !isSoldOut(eventId) && round <= ROUNDS; round++) {
            int now = round;
            var fans = IntStream.range(0, DemoHall.ROOFTOP.seats() / SEATS_PER_FAN)
                    .mapToObj(number -> CompletableFuture.runAsync(
                            () -> {
                                var email = "demo-%s-%d-%d@podo.dev".formatted(suffix, now, number);
                                var fan = api.signUp(email, UUID.randomUUID().toString(), "Demo fan " + number);
                                sold.addAndGet(new DemoBuyer(api, fan, eventId).buy(SEATS_PER_FAN, number));
                            },
                            task -> Thread.ofVirtual().start(task)))
                    .toList();
            fans.forEach(CompletableFuture::join);
        }
        report.accept("demo: tickets bought by fans: " + sold);
        Polling.until("the status SOLD_OUT", Duration.ofSeconds(30), () -> isSoldOut(eventId));
    }

    private boolean isSoldOut(String eventId) {
        return api.anonymous()
                .get("/api/events/" + eventId)
                .path("status")
                .asString()
                .equals("SOLD_OUT");
    }
}
