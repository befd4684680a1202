package podo.e2e.access;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects that the variables of a row name, made when a row first names them: {@code {draft}}, {@code {draft:published}}. */
final class Belongings {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::[a-z]+)?}");

    private final Map<String, String> made = new HashMap<>();
    private final Fan fan;
    private final Show open;
    private final Show booked;
    private final List<Long> seats;

    Belongings(Fan fan) {
        this.fan = fan;
        open = Show.onSale(2, 4);
        booked = Show.onSale(1, 4);
        seats = fan.freeSeats(open.id());
    }

    /** The text with the ids of objects in place of its variables. */
    String fill(String text) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(found -> Matcher.quoteReplacement(idOf(found.group(), found.group(1))));
    }

    /** The body that a row sends; {@code $event} is a whole draft. */
    String body(String sent) {
        if (!sent.equals("$event")) {
            return fill(sent);
        }
        return new JsonMapper().writeValueAsString(Show.body("Podo access", Long.parseLong(idOf("{venue}", "venue"))));
    }

    private String idOf(String name, String kind) {
        String known = made.get(name);
        if (known == null) {
            known = make(kind);
            made.put(name, known);
        }
        return known;
    }

    private String make(String kind) {
        return switch (kind) {
            case "event" -> Long.toString(open.id());
            case "draft" -> Long.toString(Show.draft(1, 2, Map.of()).id());
            case "live" -> Long.toString(Show.onSale(1, 2).id());
            case "venue" ->
                Fan.organiser()
                        .post("/api/venues", Show.venue("Hall of rows " + made.size(), 1, 2))
                        .has(201)
                        .string("id");
            case "team" -> Fan.organiser().get("/api/users/me").string("id");
            case "address" -> "nobody-" + UUID.randomUUID() + "@e2e.podo.dev";
            case "spareSeat" -> Long.toString(seats.get(7));
            case "hold" ->
                fan.hold(open.id(), fan.enter(open.id()), seats.subList(0, 1))
                        .has(201)
                        .string("holdId");
            case "bookedHold" ->
                fan.hold(
                                booked.id(),
                                fan.enter(booked.id()),
                                fan.freeSeats(booked.id()).subList(0, 1))
                        .has(201)
                        .string("holdId");
            case "reservation", "order" -> reservation(kind);
            case "paid" -> paid().path("id").asString();
            case "soldOrder" -> paid().path("orderId").asString();
            case "ticket" -> ticket();
            case "handover" ->
                fan.api()
                        .post("/api/handovers", Map.of("ticketIds", List.of(Long.valueOf(idOf("{ticket}", "ticket")))))
                        .has(201)
                        .string("id");
            case "app" -> "NOSUCH";
            case "instance" -> "nosuch";
            case "profile" -> "default";
            case "label" -> "main";
            case "motif" -> "stage";
            case "seed" -> "1";
            case "act" -> "publish";
            case "digest" -> "0".repeat(32);
            case "width" -> "600";
            case "service", "file" -> "nosuch";
            case "number" -> "987654321";
            default -> throw new IllegalArgumentException("docs/endpoints.md names an unknown {" + kind + "}");
        };
    }

    private String reservation(String member) {
        Answer opened = fan.api()
                .post("/api/reservations", Map.of("holdId", idOf("{bookedHold}", "bookedHold")))
                .isOneOf(200, 201);
        made.put("{reservation}", opened.string("id"));
        made.put("{order}", opened.string("orderId"));
        return made.get("{" + (member.equals("order") ? "order" : "reservation") + "}");
    }

    private String ticket() {
        String reservation = idOf("{paid}", "paid");
        return fan.api()
                .get("/api/tickets?reservationId=" + reservation)
                .has(200)
                .json()
                .get(0)
                .path("id")
                .asString();
    }

    private JsonNode paid() {
        Show show = Show.onSale(1, 2);
        JsonNode bought = fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1));
        await().until(() -> !fan.api().get("/api/tickets").json().isEmpty());
        return bought;
    }
}
