package podo.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Sees to it, as the organiser, that one event of each kind is there; those that have aged are made anew. */
final class DemoProgramme {
    private final DemoApiClient.Caller organiser;
    private final Consumer<String> report;

    DemoProgramme(DemoApiClient.Caller organiser, Consumer<String> report) {
        this.organiser = organiser;
        this.report = report;
    }

    void complete(Instant now) {
        var known = events();
        var made = new LinkedHashMap<DemoShow, String>();
        for (var show : DemoShow.ALL) {
            var alike = known.stream()
                    .filter(event -> event.path("title").asString().equals(show.title()))
                    .toList();
            if (alike.stream().noneMatch(event -> fresh(event, show, now))) {
                alike.forEach(this::withdraw);
                made.put(show, make(show, now));
            }
        }
        made.forEach(this::awaitSeats);
    }

    /** An event of this title that can be bought now, if there is one. */
    Optional<String> onSale(DemoShow show) {
        return events().stream()
                .filter(event -> event.path("title").asString().equals(show.title()))
                .filter(event -> event.path("status").asString().equals("ON_SALE"))
                .map(event -> event.path("id").asString())
                .findFirst();
    }

    private List<JsonNode> events() {
        var events = new ArrayList<JsonNode>();
        JsonNode page;
        int number = 0;
        do {
            page = organiser.get("/api/events?mine=true&size=100&page=" + number++);
            page.path("content").forEach(events::add);
        } while (number < page.path("page").path("totalPages").asInt(0));
        return events;
    }

    /** A lobby that ends in a few minutes is no lobby any more for somebody who comes to look at it. */
    private static boolean fresh(JsonNode event, DemoShow show, Instant now) {
        var startsAt = Instant.parse(event.path("startsAt").asString());
        var onSaleAt = Instant.parse(event.path("onSaleAt").asString());
        var soon = show.sale().isPositive() && onSaleAt.isBefore(now.plus(Duration.ofMinutes(10)));
        return show.states().contains(event.path("status").asString())
                && startsAt.isAfter(now.plus(Duration.ofDays(1)))
                && !soon;
    }

    /** Only what nobody has bought can be withdrawn; the rest stays what it is. */
    private void withdraw(JsonNode event) {
        if (List.of("LOBBY", "ANNOUNCED", "DRAFT").contains(event.path("status").asString())) {
            try {
                organiser.delete("/api/events/" + event.path("id").asString());
            } catch (DemoCallFailed e) {
                if (e.passing()) {
                    throw e;
                }
            }
        }
    }

    private String make(DemoShow show, Instant now) {
        var event = organiser.post("/api/events", show.body(venue(show.hall()), now));
        var id = event.path("id").asString();
        organiser.post("/api/events/" + id + "/publish", Map.of());
        report.accept("demo: " + show.title() + ", " + show.hall().capacity() + " seats");
        return id;
    }

    private JsonNode venue(DemoHall hall) {
        var venues = organiser.get("/api/venues");
        for (var venue : venues.isArray() ? venues : venues.path("content")) {
            if (venue.path("name").asString().equals(hall.name())) {
                return venue.path("id");
            }
        }
        return organiser.post("/api/venues", hall.body()).path("id");
    }

    private void awaitSeats(DemoShow show, String id) {
        Polling.until("the seats of " + show.title(), Duration.ofSeconds(90), () -> {
            try {
                return organiser
                                .get("/api/events/" + id + "/seats")
                                .path("seats")
                                .size()
                        == show.hall().capacity();
            } catch (DemoCallFailed e) {
                if (e.status() == 404) {
                    return false;
                }
                throw e;
            }
        });
    }
}
