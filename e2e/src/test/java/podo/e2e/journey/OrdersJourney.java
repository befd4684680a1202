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

/** An organiser's evening with orders, by browser and by API; afterwards the books agree. */
@OnRunningStack
class OrdersJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void anOrderIsFoundMovedNotedSentAgainAndRefundedAndTheMoneyReportAgreesWithTheLedger() {
        Show show = Show.onSale(2, 6);
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id());
        JsonNode bought = fan.buy(show.id(), seats.subList(0, 2));
        String order = bought.path("orderId").asString();
        Browser organiser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);

        organiser
                .open("/admin/events/" + show.id())
                .press("aside a[href*='/admin/orders']")
                .at("/admin/orders");
        organiser.assertAccessible("/admin/orders");
        organiser.write("#query", fan.email().substring(4, 12)).press("main form button.go");
        organiser.press("tbody a").at("/admin/orders/podo-.*");
        organiser.assertAccessible("an order");
        organiser.write("#note", "Calls back on Monday").press("#save-note").see(".note.ok");
        organiser.press("#resend").see(".note.ok");

        organiser.press("#move").at(".*/move");
        organiser.tick("input[name=from]").tick("input[name=to][value='" + seats.get(7) + "']");
        organiser.until(page -> !page.all("input[name=seen]").isEmpty(), "the price difference");
        organiser.assertAccessible("a move");
        organiser.press("#go").at("/admin/orders/podo-[^/]*");
        assertThat(organiser.text(".timeline")).contains("Moved from A", "Note changed", "Tickets sent again");
        assertThat(fan.status(show.id(), seats.get(7))).isEqualTo("SOLD");
        assertThat(fan.status(show.id(), seats.get(0))).isEqualTo("AVAILABLE");
        assertThat(ids(fan.reservation(bought.path("id").asString()).json("seats")))
                .containsExactlyInAnyOrder(seats.get(1), seats.get(7));

        organiser.press("#refund").at(".*/refund");
        organiser.tick("input[name=seat][value='" + seats.get(7) + "']").tick("input[name=waive]");
        organiser.write("#reason", "A light tower stands in the way");
        organiser.until(page -> !page.all("input[name=seen]").isEmpty(), "the amounts");
        organiser.assertAccessible("a refund");
        organiser.press("#go").at("/admin/orders/podo-[^/]*");
        Api api = Fan.organiser();
        await().atMost(Fan.SOON).until(() -> kinds(api, order).contains("REFUNDED"));

        Answer money = api.get("/api/organiser/events/" + show.id() + "/money").has(200);
        assertThat(money.json("captured").asLong()).isEqualTo(2L * Show.PRICE);
        assertThat(money.json("refunded").asLong()).isEqualTo(Show.PRICE);
        assertThat(StreamSupport.stream(money.json("lines").spliterator(), false)
                        .mapToLong(line -> line.path("amount").asLong())
                        .sum())
                .isEqualTo(Show.PRICE);
        organiser.open("/admin/events/" + show.id() + "/money").assertAccessible("the money");
        assertThat(organiser.text("main")).contains("₩77,000", "₩154,000");
        AuditCheck.awaitNoFindings("after a move and a refund");
    }

    @Test
    void aSecondOrganiserAndASaleInTheSameSecondAreAnsweredAsTheContractSays() {
        Show show = Show.onSale(1, 6);
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id());
        String order = fan.buy(show.id(), seats.subList(0, 1)).path("orderId").asString();
        Fan rival = Fan.fresh();
        rival.hold(show.id(), rival.enter(show.id()), seats.subList(1, 2)).has(201);
        String path = "/api/organiser/orders/" + order;
        Api organiser = Fan.organiser();

        Answer taken = organiser.post(path + "/move", Map.of("from", seats.subList(0, 1), "to", seats.subList(1, 2)));
        taken.has(409);
        assertThat(taken.string("type")).isEqualTo("urn:problem:seats-taken");
        assertThat(fan.status(show.id(), seats.get(0))).isEqualTo("SOLD");
        organiser
                .post(path + "/move", Map.of("from", seats.subList(0, 1), "to", seats.subList(2, 3)))
                .has(200);

        Fan.otherOrganiser().get(path).has(404);
        assertThat(Fan.otherOrganiser()
                        .get("/api/organiser/orders?query=" + order)
                        .has(200)
                        .json("content"))
                .isEmpty();
        fan.api().get("/api/organiser/orders").has(403);
        Api.open().get("/api/organiser/orders").has(401);
        JsonNode listed = organiser
                .get("/api/organiser/orders?eventId=" + show.id() + "&query=Minji")
                .has(200)
                .json("content")
                .path(0);
        assertThat(listed.path("orderId").asString()).isEqualTo(order);
        assertThat(listed.path("buyer").path("email").asString()).isEqualTo(fan.email());
        organiser
                .post(path + "/refund", Map.of("waiveFee", true, "reason", "ill"))
                .has(202);
        organiser
                .post(path + "/refund", Map.of("waiveFee", true, "reason", "ill again"))
                .has(202);
        await().atMost(Fan.SOON).until(() -> kinds(organiser, order).contains("REFUNDED"));
        assertThat(kinds(organiser, order)).containsOnlyOnce("REFUND_ASKED");
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

    private static List<Long> ids(JsonNode seats) {
        return StreamSupport.stream(seats.spliterator(), false)
                .map(seat -> seat.path("id").asLong())
                .toList();
    }
}
