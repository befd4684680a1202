package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;
import tools.jackson.databind.JsonNode;

/** An evening at the box office, by browser and by API: sold, printed, found, let in, refunded; afterwards the books agree. */
@OnRunningStack
class BoxOfficeJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void twoSeatsAreSoldForCashFoundLetInAndRefunded() {
        Show show = Show.tonight(2, 6);
        List<Long> seats = Fan.fresh().freeSeats(show.id());
        Browser clerk = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);

        clerk.open("/admin/events/" + show.id()).press("#desk").at("/admin/events/\\d+/desk");
        clerk.see("#map[data-ready]");
        clerk.assertAccessible("the desk's map");
        clerk.open("/admin/events/" + show.id() + "/desk?seat=1&seat=2").see("#map[data-ready]");
        clerk.until(page -> page.text("#sum").contains("154,000"), "the sum of both seats");
        clerk.press("#go").at("/admin/events/\\d+/desk/sale.*");
        clerk.assertAccessible("the sheet");
        assertThat(clerk.text("#till")).isEqualTo("₩154,000");
        clerk.press("#sell").see(".note.bad[role=alert]");
        assertThat(clerk.text(".note.bad[role=alert]")).contains("how it is paid");
        clerk.tick("#way-CASH").write("#name", "Walk-in Wanda").press("#sell").at("/admin/orders/podo-.*/receipt.*");
        clerk.see("#sold");
        clerk.assertAccessible("the receipt");
        assertThat(clerk.text(".order")).contains("Walk-in Wanda", "₩154,000", "Cash");
        assertThat(Fan.fresh().status(show.id(), seats.get(0))).isEqualTo("SOLD");

        Api organiser = Fan.organiser();
        JsonNode order = organiser
                .get("/api/organiser/orders?eventId=" + show.id() + "&query=wanda")
                .has(200)
                .json("content")
                .path(0);
        String orderId = order.path("orderId").asString();
        assertThat(order.path("sale").path("way").asString()).isEqualTo("CASH");
        String code = organiser
                .get("/api/organiser/orders/" + orderId)
                .has(200)
                .json("tickets")
                .path(0)
                .path("code")
                .asString();
        Answer scan = organiser.post("/api/checkins", Map.of("code", code, "gate", "A"));
        assertThat(scan.has(200).string("result")).isEqualTo("VALID");

        organiser
                .post(
                        "/api/organiser/orders/" + orderId + "/refund",
                        Map.of("waiveFee", true, "reason", "too loud", "seatIds", List.of(seats.get(1))))
                .has(202);
        await().atMost(Fan.SOON).until(() -> kinds(organiser, orderId).contains("REFUNDED"));
        Answer money =
                organiser.get("/api/organiser/events/" + show.id() + "/money").has(200);
        assertThat(money.json("captured").asLong()).isEqualTo(2L * Show.PRICE);
        assertThat(money.json("refunded").asLong()).isEqualTo(Show.PRICE);
        assertThat(StreamSupport.stream(money.json("lines").spliterator(), false)
                        .map(line -> line.path("way").asString()))
                .containsOnly("CASH");
        clerk.open("/admin/events/" + show.id() + "/money").assertAccessible("the money by way of payment");
        assertThat(clerk.text("main")).contains("Cash");
        AuditCheck.awaitNoFindings("after a sale for cash and the refund of a half");
    }

    @Test
    void pressTicketsAreGivenAwayAndWhatAFanHoldsIsNotSold() {
        Show show = Show.withPit(3, 8, 40, Map.of());
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id());
        long pit = fan.area(show.id()).path("id").asLong();
        fan.hold(show.id(), fan.enter(show.id()), seats.subList(0, 1)).has(201);
        Api organiser = Fan.organiser();
        String sales = "/api/organiser/events/" + show.id() + "/sales";

        Answer taken = organiser.post(sales, Map.of("seats", seatsOf(seats.subList(0, 3)), "way", "CARD"));
        taken.has(409);
        assertThat(taken.string("type")).isEqualTo("urn:problem:seats-taken");
        assertThat(fan.status(show.id(), seats.get(1))).isEqualTo("AVAILABLE");

        Answer press = organiser
                .post(
                        sales,
                        Map.of(
                                "seats", seatsOf(seats.subList(4, 24)),
                                "way", "COMPLIMENTARY",
                                "reason", "press",
                                "name", "The press"))
                .has(201);
        assertThat(press.json("amount").asLong()).isZero();
        Answer standing = organiser
                .post(
                        sales,
                        Map.of(
                                "places",
                                List.of(Map.of("areaId", pit, "count", 30)),
                                "way",
                                "CARD",
                                "total",
                                30L * Show.PIT_PRICE))
                .has(201);
        organiser
                .post(sales, Map.of("places", List.of(Map.of("areaId", pit, "count", 11)), "way", "CARD"))
                .has(409);
        for (Answer sold : List.of(press, standing)) {
            String order = sold.string("orderId");
            await().atMost(Fan.SOON)
                    .until(() -> organiser
                            .get("/api/organiser/orders/" + order)
                            .has(200)
                            .string("status")
                            .equals("CONFIRMED"));
        }
        organiser
                .post(sales, Map.of("seats", seatsOf(seats.subList(1, 2)), "way", "COMPLIMENTARY"))
                .has(400);
        Fan.otherOrganiser()
                .post(sales, Map.of("seats", seatsOf(seats.subList(1, 2)), "way", "CASH"))
                .has(404);
        fan.api()
                .post(sales, Map.of("seats", seatsOf(seats.subList(1, 2)), "way", "CASH"))
                .has(403);
        AuditCheck.awaitNoFindings("after press tickets and a sale of places");
    }

    private static List<Map<String, Object>> seatsOf(List<Long> ids) {
        return ids.stream().map(id -> Map.<String, Object>of("seatId", id)).toList();
    }

    private static List<String> kinds(Api organiser, String order) {
        return StreamSupport.stream(
                        organiser
                                .get("/api/organiser/orders/" + order)
                                .has(200)
                                .json("history")
                                .spliterator(),
                        false)
                .map(event -> event.path("kind").asString())
                .toList();
    }
}
