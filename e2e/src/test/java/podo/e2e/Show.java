package podo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An event that only this test uses, in its own hall: one section of {@code rows} × {@code seatsPerRow}, one price. */
public record Show(long id, String title) {

    public static final int PRICE = 77_000;

    /** Of a place in the pit. */
    public static final int PIT_PRICE = 66_000;

    /** Publishes an event that is on sale since a minute and admits 500 fans a second. */
    public static Show onSale(int rows, int seatsPerRow) {
        return onSale(Fan.organiser(), rows, seatsPerRow);
    }

    public static Show onSale(Api organiser, int rows, int seatsPerRow) {
        return onSale(organiser, rows, seatsPerRow, Map.of());
    }

    /** One that begins in two hours, so that its doors are open. */
    public static Show tonight(int rows, int seatsPerRow) {
        Instant start = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        return onSale(Fan.organiser(), rows, seatsPerRow, Map.of("startsAt", start.toString()));
    }

    /** On sale, with seats that are held for a minute, the shortest time that an event can have. */
    public static Show withShortHolds(int rows, int seatsPerRow) {
        return selling(rows, seatsPerRow, Map.of("holdSeconds", 60));
    }

    /** On sale, with these members of the event. */
    public static Show selling(int rows, int seatsPerRow, Map<String, ?> changes) {
        return onSale(Fan.organiser(), rows, seatsPerRow, changes);
    }

    private static Show onSale(Api organiser, int rows, int seatsPerRow, Map<String, ?> changes) {
        Show show = draft(organiser, rows, seatsPerRow, changes);
        organiser.post("/api/events/" + show.id + "/publish").isOneOf(200, 201);
        show.awaitSeats(rows * seatsPerRow);
        return show;
    }

    public static Show draft(int rows, int seatsPerRow, Map<String, ?> changes) {
        return draft(Fan.organiser(), rows, seatsPerRow, changes);
    }

    private static Show draft(Api organiser, int rows, int seatsPerRow, Map<String, ?> changes) {
        long venue = organiser
                .post("/api/venues", venue("Hall " + UUID.randomUUID(), rows, seatsPerRow))
                .has(201)
                .json("id")
                .asLong();
        String title = "Podo e2e " + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> body = body(title, venue);
        body.putAll(changes);
        Answer event = organiser.post("/api/events", body).has(201);
        return new Show(event.json("id").asLong(), event.string("title"));
    }

    /** On sale, with seats as {@link #onSale} has them, and a standing area "Pit" of the grade P. */
    public static Show withPit(int rows, int seatsPerRow, int places, Map<String, ?> changes) {
        Map<String, Object> hall = new HashMap<>(venue("Hall " + UUID.randomUUID(), rows, seatsPerRow));
        hall.put("areas", List.of(Map.of("name", "Pit", "grade", "P", "capacity", places)));
        Api organiser = Fan.organiser();
        long venue = organiser.post("/api/venues", hall).has(201).json("id").asLong();
        String title = "Podo e2e " + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> body = body(title, venue);
        body.put(
                "grades",
                List.of(
                        Map.of("name", "R", "price", PRICE, "zones", List.of(Map.of("section", "A"))),
                        Map.of("name", "P", "price", PIT_PRICE, "zones", List.of(Map.of("section", "Pit")))));
        body.putAll(changes);
        Answer event = organiser.post("/api/events", body).has(201);
        Show show = new Show(event.json("id").asLong(), event.string("title"));
        organiser.post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
        return show.awaitSeats(rows * seatsPerRow);
    }

    public static Map<String, Object> venue(String name, int rows, int seatsPerRow) {
        return Map.of(
                "name",
                name,
                "address",
                "1 Vineyard Road",
                "sections",
                List.of(Map.of("name", "A", "rows", rows, "seatsPerRow", seatsPerRow)));
    }

    public static Map<String, Object> body(String title, long venue) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> body = new HashMap<>();
        body.put("title", title);
        body.put("description", "A show of one test.");
        body.put("venueId", venue);
        body.put("startsAt", now.plus(30, ChronoUnit.DAYS).toString());
        body.put("onSaleAt", now.minusSeconds(60).toString());
        body.put("seatsPerFan", 4);
        body.put("grades", List.of(Map.of("name", "R", "price", PRICE, "zones", List.of(Map.of("section", "A")))));
        body.put("admissionPerSecond", 500);
        body.put("admissionCap", 2000);
        return body;
    }

    public Show awaitSeats(int count) {
        Fan fan = Fan.fresh();
        await().atMost(Fan.SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> fan.api().get("/api/events/" + id + "/seats").status() == 200
                        && fan.seats(id).size() == count);
        assertThat(fan.freeSeats(id)).hasSize(count);
        return this;
    }
}
