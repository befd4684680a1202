package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is sold is changed: by two hours in the browser, by price over the API; afterwards the books agree. */
@OnRunningStack
class ChangedShowJourney {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aPostponedShowIsToldToItsBuyerWhoCancelsForFree() {
        Show show = Show.tonight(1, 4);
        Fan fan = Fan.fresh();
        JsonNode bought = fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 2));
        String id = bought.path("id").asString();
        String seat = bought.path("seats").get(0).path("id").asString();
        assertThat(refund(fan, id).path("fee").asLong())
                .as("so late it costs a part, whichever day it is in Seoul")
                .isPositive();

        Instant start = Instant.parse(event(show).path("startsAt").asString());
        Instant later = start.plus(2, ChronoUnit.HOURS);
        Browser organiser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        organiser.open("/admin/events/" + show.id()).press("#move-date summary");
        organiser.set("#move-starts", later.atZone(SEOUL).toLocalDateTime().toString());
        organiser.write("#move-note", "The train of the band is late.");
        organiser.assertAccessible("a show to be moved");
        organiser.press("#move-save").at("/admin");

        assertThat(organiser.open("/events/" + show.id()).text("#changed")).contains("The train of the band is late.");
        organiser.assertAccessible("a changed event");
        await().atMost(Fan.SOON)
                .until(() -> fan.reservation(id)
                        .json("event")
                        .path("startsAt")
                        .asString()
                        .equals(later.toString()));
        assertThat(refund(fan, id).path("refund").asLong()).isEqualTo(2 * Show.PRICE);

        JsonNode mail = Mailbox.awaitMail(fan.email(), "The train of the band is late.");
        assertThat(mail.path("subject").asString()).contains(show.title());
        assertThat(mail.path("text").asString()).contains("/tickets");
        assertThat(organiserSees(bought)).contains("BUYER_TOLD");

        Browser phone = browsers.english().logIn(fan);
        phone.open("/tickets").assertAccessible("/tickets after a change");
        phone.press("a[href$='/tickets/" + id + "/cancel']").at("/tickets/[^/]+/cancel");
        for (JsonNode one : bought.path("seats")) {
            phone.tick("input[name=seat][value='" + one.path("id").asString() + "']");
        }
        phone.until(page -> page.source().contains("Free because the event was changed"), "to read that it is free");
        phone.until(page -> page.text("#back").contains("₩154,000"), "the sum of both seats");
        phone.assertAccessible("a free cancellation");
        phone.press("form.panel button.bad").until(page -> page.url().endsWith("?done"), "to be cancelled");
        await().atMost(Fan.SOON)
                .until(() -> fan.reservation(id).string("status").equals("REFUNDED"));
        assertThat(fan.reservation(id).json("refunded").asLong()).isEqualTo(2 * Show.PRICE);
        await().atMost(Fan.SOON)
                .until(() -> fan.status(show.id(), Long.parseLong(seat)).equals("AVAILABLE"));
        AuditCheck.awaitNoFindings("after a free cancellation");
    }

    @Test
    void aNewPriceLeavesWhatIsHeldAndSoldAtItsSum() {
        Show show = Show.onSale(1, 6);
        Fan buyer = Fan.fresh();
        List<Long> seats = buyer.freeSeats(show.id());
        buyer.buy(show.id(), seats.subList(0, 1));
        Fan holder = Fan.fresh();
        Answer held = holder.hold(show.id(), holder.enter(show.id()), seats.subList(1, 2))
                .has(201);
        Answer booking = holder.api()
                .post("/api/reservations", Map.of("holdId", held.string("holdId")))
                .has(201);
        String id = booking.string("id");

        Api organiser = Fan.organiser();
        ObjectNode body = (ObjectNode) organiser
                .get("/api/events/" + show.id() + "?mine=true")
                .has(200)
                .json();
        int version = body.path("version").asInt();
        ((ObjectNode) body.path("grades").get(0)).put("price", 99_000);
        Answer changed = put(organiser, show, body).has(200);
        assertThat(changed.json("version").asInt()).isEqualTo(version + 1);
        Answer second = put(organiser, show, body).has(409);
        assertThat(second.string("type")).isEqualTo("urn:problem:changed-meanwhile");

        Fan next = Fan.fresh();
        assertThat(next.hold(show.id(), next.enter(show.id()), seats.subList(2, 3))
                        .has(201)
                        .json("total")
                        .asLong())
                .isEqualTo(99_000);
        assertThat(booking.json("amount").asLong()).isEqualTo(Show.PRICE);
        assertThat(holder.reservation(id).json("amount").asLong()).isEqualTo(Show.PRICE);
        holder.pay(booking).isOneOf(200, 202);
        holder.awaitStatus(id, "CONFIRMED");
        assertThat(holder.reservation(id).json("amount").asLong()).isEqualTo(Show.PRICE);

        body.put("version", version + 1);
        body.put("seatsPerFan", 1);
        Answer refused = put(organiser, show, body).has(409);
        assertThat(refused.string("type")).isEqualTo("urn:problem:already-sold");
        assertThat(refused.json("fields").get(0).path("field").asString()).isEqualTo("seatsPerFan");
        AuditCheck.awaitNoFindings("after a new price");
    }

    private static Answer put(Api organiser, Show show, JsonNode body) {
        return organiser.call("PUT", "/api/events/" + show.id(), body.toString(), "application/json");
    }

    private static JsonNode refund(Fan fan, String reservation) {
        return fan.api()
                .get("/api/reservations/" + reservation + "/refund")
                .has(200)
                .json();
    }

    private static JsonNode event(Show show) {
        return Api.open().get("/api/events/" + show.id()).has(200).json();
    }

    private static String organiserSees(JsonNode bought) {
        return Fan.organiser()
                .get("/api/organiser/orders/" + bought.path("orderId").asString())
                .has(200)
                .text();
    }
}
