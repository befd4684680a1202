package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Show;

/** Row 37: tokens and passes that are forged, of somebody else, of another show or used again, and steps that are left out. */
public final class ForgedPasses {

    private ForgedPasses() {}

    public static void use() {
        Show show = Show.onSale(1, 6);
        Fan fan = Fan.fresh();
        String pass = fan.enter(show.id());
        List<Long> seats = fan.freeSeats(show.id());
        List<Long> one = seats.subList(0, 1);
        Fan outside = Fan.fresh();

        String token = fan.api().headers().get(1).substring("Bearer ".length());
        String[] parts = token.split("\\.");
        String unsigned = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String otherFan = parts[0] + "." + outside.api().headers().get(1).split("\\.")[1] + "." + parts[2];
        String byAnotherKey = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());
        for (String forged : List.of(unsigned, otherFan, byAnotherKey)) {
            Api.open().as(forged).get("/api/users/me").refuses(401, "unauthorized");
            Api.open()
                    .as(forged)
                    .with("X-Entry-Pass", pass)
                    .post("/api/events/" + show.id() + "/holds", Map.of("seatIds", one))
                    .refuses(401, "unauthorized");
        }
        // the step of the line left out, a pass of somebody else, one changed by a letter, one of another show
        outside.api()
                .post("/api/events/" + show.id() + "/holds", Map.of("seatIds", one))
                .refuses(403, "no-pass");
        outside.hold(show.id(), pass, one).refuses(403, "no-pass");
        fan.hold(show.id(), pass.substring(0, pass.length() - 4) + "AAAA", one).refuses(403, "no-pass");
        Show other = Show.onSale(1, 2);
        fan.hold(other.id(), pass, fan.freeSeats(other.id())).refuses(403, "no-pass");
        assertThat(fan.status(show.id(), one.getFirst())).isEqualTo("AVAILABLE");

        // used again: the limit of four seats is that of the fan and not of the call
        String hold = fan.hold(show.id(), pass, seats.subList(0, 4)).has(201).string("holdId");
        fan.hold(show.id(), pass, seats.subList(4, 5)).refuses(422, "too-many-seats");
        outside.api().post("/api/reservations", Map.of("holdId", hold)).refuses(404);
        // the step of the payment left out
        String order = fan.api()
                .post("/api/reservations", Map.of("holdId", hold))
                .has(201)
                .string("orderId");
        assertThat(fan.confirm("never-issued", order, 4L * Show.PRICE).status()).isBetween(400, 499);
        assertThat(fan.api().get("/api/tickets").has(200).json().size()).isZero();
        assertThat(ForgedWebhooks.captured(order)).isZero();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
