package podo.e2e.load;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.RunningStack;
import tools.jackson.databind.JsonNode;

/** What is read: the pages and reads of the API that a crowd reloads, as anybody and as a fan who is inside and has tickets. */
final class ReadingTargets {

    private static final String BROWSER = "Accept: text/html";
    private static final int SEATS = 2;

    private final Fan fan = Fan.fresh();
    private final PageSession session = new PageSession(RunningStack.URL);
    private final long small;
    private final long large;

    private ReadingTargets() {
        JsonNode events = Api.open().get("/api/events?size=50").has(200).json("content");
        this.small = onSale(events, 300);
        this.large = onSale(events, 5_000);
    }

    /** The first one is the limit. */
    static List<ReadingTarget> all() throws Exception {
        return new ReadingTargets().make();
    }

    private List<ReadingTarget> make() throws Exception {
        fan.buy(large, fan.freeSeats(large).subList(0, SEATS));
        session.logIn(fan.email(), fan.password());
        for (long event : List.of(small, large)) {
            session.join(event);
            session.enter(event);
        }
        PageSession organiser = new PageSession(RunningStack.URL);
        organiser.logIn("organiser@podo.dev", "podo-demo");
        List<String> nobody = List.of();
        List<String> anybody = List.of(BROWSER);
        List<String> loggedIn = List.of(BROWSER, "Cookie: " + session.cookies(large));
        return List.of(
                ReadingTarget.of("a constant file behind the gateway (the limit)", "/robots.txt", nobody, 0, 0),
                ReadingTarget.of("the gateway’s own 404", "/internal/nothing", nobody, 0, 0),
                ReadingTarget.of("static file: stylesheet", stylesheet(), nobody, 0.6, 0.9),
                ReadingTarget.of("home", "/", anybody, 0.3, 0.6),
                ReadingTarget.of("event page", "/events/" + small, anybody, 0.3, 0.6),
                ReadingTarget.of("`GET /api/events`", "/api/events", nobody, 0.3, 0.6),
                ReadingTarget.of("`GET /api/events/{id}`", "/api/events/" + small, nobody, 0.3, 0.6),
                ReadingTarget.of("home, logged in", "/", loggedIn, 0.1, 0.25),
                ReadingTarget.of("event page, logged in", "/events/" + small, loggedIn, 0.1, 0.25),
                ReadingTarget.of("line’s page", queue(large), loggedIn, 0.08, 0.2),
                ReadingTarget.of("seat page, 300 seats", seats(small), loggedIn, 0.08, 0.2),
                ReadingTarget.of("seat page, 5,000 seats", seats(large), loggedIn, 0.08, 0.2),
                new ReadingTarget("checkout", checkout(), loggedIn, 0.08, 0.2),
                ReadingTarget.of("my tickets", "/tickets", loggedIn, 0.08, 0.2),
                ReadingTarget.of(
                        "organiser’s list", "/admin", List.of(BROWSER, "Cookie: " + organiser.cookies(large)), 0, 0));
    }

    private static String queue(long event) {
        return "/events/" + event + "/queue";
    }

    private static String seats(long event) {
        return "/events/" + event + "/seats";
    }

    /** A new booking each time, because a hold lasts for minutes; the earlier one is given back. */
    private Supplier<String> checkout() {
        return new Supplier<>() {
            private String hold = "";

            @Override
            public String get() {
                if (!hold.isEmpty()) {
                    fan.api().delete("/api/holds/" + hold).has(204);
                }
                hold = fan.hold(small, fan.enter(small), fan.freeSeats(small).subList(0, SEATS))
                        .has(201)
                        .string("holdId");
                Answer booking = fan.api()
                        .post("/api/reservations", Map.of("holdId", hold))
                        .has(201);
                return "/checkout/" + booking.string("id");
            }
        };
    }

    private static long onSale(JsonNode events, int capacity) {
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("status").asString().equals("ON_SALE")
                        && event.path("capacity").asInt() == capacity)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no event on sale with " + capacity + " seats"))
                .path("id")
                .asLong();
    }

    private static String stylesheet() {
        Matcher link = Pattern.compile("/assets/[0-9a-f]+/podo.css")
                .matcher(Api.open().with("Accept", "text/html").get("/").text());
        if (!link.find()) {
            throw new IllegalStateException("the home page links no stylesheet");
        }
        return link.group();
    }
}
