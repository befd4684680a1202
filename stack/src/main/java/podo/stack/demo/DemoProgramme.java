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

/** Ensures as the organiser that each of the demo's events exists; replaces those whose dates are over. */
final class DemoProgramme {
    private final DemoApiClient.Caller organiser;
    private final Consumer<String> report;

    DemoProgramme(DemoApiClient.Caller organiser, Consumer<String> report) {
        this.organiser = organiser;
        this.report = report;
    }

    void createMissing(Instant now) {
        var existing = ownEvents();
        var created = new LinkedHashMap<DemoShow, List<String>>();
        for (var show : DemoShow.ALL) {
            var sameTitle = existing.stream()
                    .filter(event -> event.path("title").asString().equals(show.title()))
                    .toList();
            if (sameTitle.stream().noneMatch(event -> isCurrent(event, show, now))) {
                sameTitle.forEach(this::withdraw);
                created.put(show, create(show, now));
            }
        }
        created.forEach((show, dates) -> dates.forEach(id -> awaitSeats(show, id)));
    }

    /** The id of an event with this title that is on sale. */
    Optional<String> findOnSale(DemoShow show) {
        return ownEvents().stream()
                .filter(event -> event.path("title").asString().equals(show.title()))
                .filter(event -> event.path("status").asString().equals("ON_SALE"))
                .map(event -> event.path("id").asString())
                .findFirst();
    }

    private List<JsonNode> ownEvents() {
        var events = new ArrayList<JsonNode>();
        JsonNode page;
        int number = 0;
        do {
            page = organiser.get("/api/events?mine=true&size=100&page=" + number++);
            page.path("content").forEach(events::add);
        } while (number < page.path("page").path("totalPages").asInt(0));
        return events;
    }

    /** Whether the event still shows what the demo wants: a lobby, for instance, must last for ten more minutes. */
    private static boolean isCurrent(JsonNode event, DemoShow show, Instant now) {
        var startsAt = Instant.parse(event.path("startsAt").asString());
        var onSaleAt = Instant.parse(event.path("onSaleAt").asString());
        var saleIsNear = show.sale().isPositive() && onSaleAt.isBefore(now.plus(Duration.ofMinutes(10)));
        return show.states().contains(event.path("status").asString())
                && startsAt.isAfter(now.plus(Duration.ofDays(1)))
                && !saleIsNear;
    }

    /** Takes an event off the list; one of which a seat was ever sold stays, since the shop refuses that. */
    private void withdraw(JsonNode event) {
        if (event.path("status").asString().equals("CANCELLED")) {
            return;
        }
        try {
            organiser.delete("/api/events/" + event.path("id").asString());
        } catch (DemoCallFailed e) {
            if (e.isTransient()) {
                throw e;
            }
        }
    }

    /** The ids of its dates. */
    private List<String> create(DemoShow show, Instant now) {
        var event = organiser.post("/api/events", show.body(venueId(show.hall()), now));
        var dates = new ArrayList<>(List.of(event.path("id").asString()));
        var further = show.furtherDates(now);
        if (!further.isEmpty()) {
            organiser
                    .post("/api/events/" + dates.getFirst() + "/performances", further)
                    .forEach(date -> dates.add(date.path("id").asString()));
        }
        dates.forEach(id -> organiser.post("/api/events/" + id + "/publish", Map.of()));
        report.accept("demo: " + show.title() + ", " + show.hall().seats() + " seats");
        return dates;
    }

    private JsonNode venueId(DemoHall hall) {
        var venues = organiser.get("/api/venues");
        for (var venue : venues.isArray() ? venues : venues.path("content")) {
            if (hall.isSame(venue)) {
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
                        == show.hall().seats();
            } catch (DemoCallFailed e) {
                if (e.status() == 404) {
                    return false;
                }
                throw e;
            }
        });
    }
}
