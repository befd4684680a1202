package podo.e2e.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** What the fuzzed calls could change, read through the API: the organiser's and the fan's things, without what time changes by itself. */
record OwnState(Fan fan, Api organiser, Show show, String reservation) {

    Map<String, String> read() {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("account", fan.api().get("/api/users/me").text());
        JsonNode event = organiser.get("/api/events/" + show.id()).json();
        state.put("title", event.path("title").asString() + event.path("startsAt") + event.path("grades"));
        state.put(
                "own events",
                count(organiser.get("/api/events?mine=true&size=1").json()));
        state.put("halls", Integer.toString(organiser.get("/api/venues").text().length()));
        state.put(
                "line",
                organiser
                        .get("/api/events/" + show.id() + "/room")
                        .json("levers")
                        .toString());
        state.put(
                "seats",
                statuses(fan.api().get("/api/events/" + show.id() + "/seats").json("seats")));
        JsonNode booking = fan.api().get("/api/reservations/" + reservation).json();
        state.put("booking", booking.path("status").asString() + booking.path("amount"));
        state.put(
                "payment",
                fan.api()
                        .get("/api/payments/" + booking.path("orderId").asString())
                        .json("status")
                        .asString());
        state.put(
                "tickets", Integer.toString(fan.api().get("/api/tickets").json().size()));
        return state;
    }

    private static String count(JsonNode page) {
        return page.path("page").path("totalElements").toString();
    }

    private static String statuses(JsonNode seats) {
        return StreamSupport.stream(seats.spliterator(), false)
                .map(seat -> seat.path("status").asString())
                .toList()
                .toString();
    }
}
