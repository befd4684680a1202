package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.inventory.SeatTraits;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.contracts.user.AccountDeleted;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an organiser sees of the own events' orders, and does with them. */
class OrganiserOrdersIT extends BookingFixture {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);
    private static final Fan OTHER_ORGANISER = Fan.of(1, Role.ORGANISER);
    private static final String ORDERS = "/api/organiser/orders";

    @Autowired
    ServiceTokens services;

    private final String email = "gildong-" + fan + "@example.com";
    private Held held;
    private String id;
    private String order;

    @BeforeEach
    void aFanBuysTwoSeats() {
        neighbours.name(2, "주최자", "organiser@example.com");
        neighbours.name(fan, "Hong 길동" + fan, email);
        publish(Instant.now().plus(Duration.ofDays(365)), new RefundFee(1_000, 10));
        held = inventory.createHold(event, fan, 2);
        id = buy(held);
        order = orderOf(held);
    }

    @Test
    void anOrderIsFoundByWhatIsRememberedOfIt() {
        String code = ticketCode();
        JsonNode seat = ask(ORGANISER, "?eventId=" + event).body().at("/content/0/seats/0");
        String number = seat.path("number").asString();
        List<String> remembered = List.of(
                "길동" + fan,
                "길동",
                "hong",
                "동" + fan + " HONG",
                email,
                "dong-" + fan,
                order,
                order.substring(5, 15),
                code,
                code.substring(0, 12),
                code.replace("-", "").toLowerCase(java.util.Locale.ROOT),
                "A-" + number,
                "A " + number,
                "1층 A열 " + number + "번",
                "1층 A-" + number);
        for (String words : remembered) {
            assertThat(found(ORGANISER, words)).as(words).containsExactly(order);
        }
        for (String words :
                List.of("길순", "A-9999", "2층 A-" + number, "podo-nothing", "%", "_", "100%", "gildong-" + fan + "x")) {
            assertThat(found(ORGANISER, words)).as(words).isEmpty();
        }
    }

    @Test
    void theListIsAPageWithBuyerMoneyAndSeats() {
        JsonNode page = ask(ORGANISER, "?eventId=" + event + "&size=1").body();
        assertThat(page.at("/page/totalElements").asLong()).isEqualTo(1);
        assertThat(page.at("/page/size").asLong()).isEqualTo(1);
        JsonNode listed = page.at("/content/0");
        assertThat(listed.path("orderId").asString()).isEqualTo(order);
        assertThat(listed.path("reservationId").asString()).isEqualTo(id);
        assertThat(listed.at("/buyer/name").asString()).isEqualTo("Hong 길동" + fan);
        assertThat(listed.at("/buyer/email").asString()).isEqualTo(email);
        assertThat(listed.path("amount").asLong()).isEqualTo(30_000);
        assertThat(listed.path("refunded").asLong()).isZero();
        assertThat(listed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(listed.path("seats")).hasSize(2);
        assertThat(Instant.parse(listed.path("createdAt").asString())).isBefore(Instant.now());
        assertThat(ask(ORGANISER, "?eventId=" + event + "&page=1").body().path("content"))
                .isEmpty();
    }

    @Test
    void onlyWhatWasOrMayBePaidIsListedUnlessAStatusIsAskedFor() {
        Held given = inventory.createHold(event, fan, 1);
        String unpaid = openBooking(given);
        assertThat(ask(ORGANISER, "?eventId=" + event)
                        .body()
                        .at("/page/totalElements")
                        .asLong())
                .isEqualTo(2);
        cancel(unpaid, null);
        assertThat(orderIds(ask(ORGANISER, "?eventId=" + event))).containsExactly(order);
        assertThat(orderIds(ask(ORGANISER, "?status=CANCELLED&eventId=" + event)))
                .containsExactly(orderOf(given));
        for (String none : List.of("PENDING", "EXPIRED", "CHECKING", "REFUNDED")) {
            assertThat(orderIds(ask(ORGANISER, "?status=" + none + "&eventId=" + event)))
                    .as(none)
                    .isEmpty();
        }
        assertThat(orderIds(ask(ORGANISER, "?status=CONFIRMED&eventId=" + event)))
                .containsExactly(order);
    }

    @Test
    void anotherOrganiserSeesNothingAndAFanIsRefused() {
        assertThat(ask(OTHER_ORGANISER, "?eventId=" + event).status()).isEqualTo(404);
        assertThat(ask(OTHER_ORGANISER, "?query=" + order)
                        .body()
                        .at("/page/totalElements")
                        .asLong())
                .isZero();
        assertThat(ask(Fan.of(fan), "").status()).isEqualTo(403);
        assertThat(ask(null, "").status()).isEqualTo(401);
        assertThat(ask(OTHER_ORGANISER, "/" + order).status()).isEqualTo(404);
        assertThat(ask(OTHER_ORGANISER, "/" + order + "/refund").status()).isEqualTo(404);
        Map<String, Object> bodies = Map.of(
                "resend", "",
                "refund", Map.of("reason", "x"),
                "move", Map.of("from", held.seatIds(), "to", List.of(1, 2)));
        bodies.forEach((act, body) -> {
            assertThat(tell(OTHER_ORGANISER, act, body).status()).as(act).isEqualTo(404);
            assertThat(tell(Fan.of(fan), act, body).status()).as(act).isEqualTo(403);
            assertThat(tell(null, act, body).status()).as(act).isEqualTo(401);
        });
        assertThat(find(id).text("status")).isEqualTo("CONFIRMED");
        assertThat(inventory.moves(held)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=101", "size=0", "page=-1", "page=x", "status=SOLD", "eventId=x", "size=+5"})
    void aPageThatMakesNoSenseIsRefused(String query) {
        assertThat(ask(ORGANISER, "?" + query).status()).isEqualTo(400);
    }

    @Test
    void aRefundPressedByTwoAtOnceIsOneRefund() throws Exception {
        List<Reply> answers = atOnce(
                4,
                () -> tell(ORGANISER, "refund", Map.of("waiveFee", true, "reason", "A light tower stands in the way")));

        assertThat(answers).allMatch(answer -> answer.status() == 202);
        await().atMost(SOON).until(() -> !kafka().cancellationsOf(order).isEmpty());
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> kafka().cancellationsOf(order).size() == 1);
        BookingCancelled asked = kafka().cancellationsOf(order).getFirst();
        assertThat(asked.refundAmount()).isEqualTo(30_000);
        assertThat(asked.fee()).isZero();
        assertThat(asked.reason()).isEqualTo("A light tower stands in the way");
        assertThat(find(id).text("endedBecause")).isEqualTo("BY_ORGANISER");
        assertThat(ask(ORGANISER, "/" + order).body().path("refunded").asLong()).isEqualTo(30_000);
        assertThat(kinds()).containsOnlyOnce("REFUND_ASKED");
    }

    @Test
    void aPartIsRefundedWithTheFeeThatThePreviewShows() {
        long one = held.seatIds().getFirst();
        assertThat(ask(ORGANISER, "/" + order + "/refund?seatIds=" + one)
                        .body()
                        .path("refund")
                        .asLong())
                .isEqualTo(9_000);
        assertThat(ask(ORGANISER, "/" + order + "/refund?waiveFee=true&seatIds=" + one)
                        .body()
                        .path("refund")
                        .asLong())
                .isEqualTo(10_000);

        assertThat(tell(ORGANISER, "refund", Map.of("seatIds", List.of(one), "reason", "ill"))
                        .status())
                .isEqualTo(202);

        await().atMost(SOON).until(() -> !kafka().cancellationsOf(order).isEmpty());
        assertThat(kafka().cancellationsOf(order).getFirst().fee()).isEqualTo(1_000);
        assertThat(find(id).text("status")).isEqualTo("CONFIRMED");
        assertThat(ticketStatuses(id)).containsExactlyInAnyOrder("VALID", "CANCELLED");
        JsonNode asked = event("REFUND_ASKED");
        assertThat(asked.path("by").asString()).isEqualTo("주최자");
        assertThat(asked.at("/detail/reason").asString()).isEqualTo("ill");
        assertThat(asked.at("/detail/fee").asLong()).isEqualTo(1_000);
    }

    @Test
    void anOrganiserRefundsAlsoAfterTheShowHasBegun() {
        jdbc.sql("UPDATE known_show SET starts_at = '2020-01-01' WHERE event_id = ?")
                .param(event)
                .update();
        assertThat(cancel(id, null).problem()).isEqualTo("not-cancellable");
        assertThat(tell(ORGANISER, "refund", Map.of("waiveFee", true, "reason", "no sound"))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\" \"}",
                "{\"reason\":null}",
                "{\"reason\":\"x\",\"seatIds\":[]}",
                "{\"reason\":\"x\",\"seatIds\":[null]}",
                "{\"reason\":\"x\",\"waiveFee\":\"maybe\"}",
                "[]",
                ""
            })
    void aRefundWithoutAReasonOrSenseIsRefused(String body) {
        assertThat(tell(ORGANISER, "refund", body).status()).isEqualTo(400);
        assertThat(tell(ORGANISER, "refund", Map.of("reason", "x".repeat(201))).status())
                .isEqualTo(400);
        assertThat(tell(ORGANISER, "refund", Map.of("reason", "x", "seatIds", List.of(5)))
                        .status())
                .isEqualTo(404);
        assertThat(find(id).text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void bookingAndTicketsFollowAMoveAndTheBuyerIsSentTheNewTickets() {
        List<Long> to = List.of(held.seatIds().get(0) + 500_000, held.seatIds().get(1) + 500_000);
        String moveId = UUID.randomUUID().toString();
        inventory.stubMove(held, order, moveId, held.seatIds(), to);

        Reply moved = tell(ORGANISER, "move", Map.of("from", held.seatIds(), "to", to));

        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
        assertThat(moved.body().path("priceDifference").asLong()).isZero();
        assertThat(seatIdsOf(moved.body().path("order"))).containsExactlyElementsOf(to);
        assertThat(find(id).body().at("/seats/0/section").asString()).isEqualTo("2층");
        assertThat(find(id).body().at("/seats/0/price").asLong())
                .as("the price that was paid")
                .isEqualTo(10_000);
        assertThat(get("/api/tickets", fan)
                        .body()
                        .valueStream()
                        .map(ticket -> ticket.at("/seat/id").asLong()))
                .containsExactlyInAnyOrderElementsOf(to);
        await().atMost(SOON).until(() -> !kafka().ticketRequestsOf(order).isEmpty());
        assertThat(kafka().ticketRequestsOf(order))
                .containsExactly(
                        new TicketsRequestedAgain(moveId, order, id, event, fan, TicketsRequestedAgain.Cause.MOVED));
        JsonNode told = mailFacts().path("moves");
        assertThat(told).hasSize(2);
        assertThat(told.at("/0/moveId").asString()).isEqualTo(moveId);
        assertThat(told.at("/0/from/id").asLong()).isEqualTo(held.seatIds().getFirst());
        assertThat(told.at("/0/from/section").asString()).isEqualTo("1층");
        assertThat(told.at("/0/from/row").asString()).isEqualTo("A");
        assertThat(told.at("/0/from/number").asInt()).isPositive();
        assertThat(told.at("/0/to/section").asString()).isEqualTo("2층");
        assertThat(told.at("/0/to/row").asString()).isEqualTo("B");

        kafka().send(new SeatsMoved(
                event,
                held.id(),
                order,
                moveId,
                List.of(new SeatsMoved.Move(held.seatIds().get(0), to.get(0), "9층", "Z", 1, "X"))));
        Reply again = tell(ORGANISER, "move", Map.of("from", held.seatIds(), "to", to));
        assertThat(again.status())
                .as("the answer was lost and it is asked again")
                .isEqualTo(200);
        assertThat(inventory.moves(held)).isEqualTo(1);
        assertThat(find(id).body().at("/seats/0/section").asString()).isEqualTo("2층");
        assertThat(event("MOVED").path("by").asString()).isEqualTo("주최자");
    }

    @Test
    void aMoveThatOnlyTheMessageTellsIsFollowedToo() {
        long old = held.seatIds().getFirst();
        kafka().send(new SeatsMoved(
                event,
                held.id(),
                order,
                UUID.randomUUID().toString(),
                List.of(new SeatsMoved.Move(
                        old, old + 500_000, "2층", "B", 7, "S", new SeatTraits(SeatTraits.Place.COMPANION, "기둥")))));
        await().atMost(SOON).until(() -> find(id).body().at("/seats/1/id").asLong() == old + 500_000);
        assertThat(find(id).body().at("/seats/0").has("traits")).isFalse();
        assertThat(find(id).body().at("/seats/1/traits").toString())
                .isEqualTo("{\"place\":\"COMPANION\",\"view\":\"기둥\"}");
        assertThat(get("/api/tickets", fan).body().toString()).containsOnlyOnce("\"view\":\"기둥\"");
        assertThat(sendAs(HttpRequest.newBuilder(at("/api/checkins/events/" + event)), ORGANISER)
                        .body()
                        .toString())
                .containsOnlyOnce("\"view\":\"기둥\"");

        kafka().send(refunded(held, "c-" + order, List.of(old), 10_000));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find(id).body()
                                .path("seats")
                                .valueStream()
                                .map(seat -> seat.path("id").asLong() + " "
                                        + seat.path("status").asString()))
                        .as("a refund that names the old seat means the new one")
                        .contains(old + 500_000 + " REFUNDED"));
    }

    @Test
    void whenTheNewSeatsAreTakenNothingIsMoved() {
        List<Long> to = List.of(held.seatIds().get(0) + 500_000, held.seatIds().get(1) + 500_000);
        inventory.stubMoveRefused(held, "seats-taken", List.of(to.get(1)));

        Reply refused = tell(ORGANISER, "move", Map.of("from", held.seatIds(), "to", to));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("seats-taken");
        assertThat(refused.body().path("seats").get(0).asLong()).isEqualTo(to.get(1));
        assertThat(seatIdsOf(find(id).body())).containsExactlyElementsOf(held.seatIds());
        assertThat(kinds()).doesNotContain("MOVED");
    }

    @Test
    void seatsThatWereGivenBackAreNotMoved() {
        cancel(id, List.of(held.seatIds().getFirst()));
        List<Long> to = List.of(held.seatIds().get(0) + 500_000);
        assertThat(tell(ORGANISER, "move", Map.of("from", List.of(held.seatIds().get(0)), "to", to))
                        .problem())
                .isEqualTo("not-movable");
        assertThat(tell(ORGANISER, "move", Map.of("from", List.of(9), "to", to)).status())
                .isEqualTo(404);
        assertThat(tell(ORGANISER, "move", Map.of("from", held.seatIds(), "to", to))
                        .status())
                .isEqualTo(400);
        assertThat(tell(ORGANISER, "move", Map.of("from", List.of(), "to", List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(tell(ORGANISER, "move", Map.of("from", held.seatIds())).status())
                .isEqualTo(400);
        assertThat(inventory.moves(held)).isZero();
    }

    @Test
    void ticketsPressedTwiceAreSentOnceAndNeverForNothing() throws Exception {
        assertThat(atOnce(3, () -> tell(ORGANISER, "resend", ""))).allMatch(answer -> answer.status() == 202);
        await().atMost(SOON).until(() -> !kafka().ticketRequestsOf(order).isEmpty());
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> kafka().ticketRequestsOf(order).size() == 1);
        assertThat(kinds()).containsOnlyOnce("TICKETS_SENT");

        cancel(id, null);
        Reply none = tell(ORGANISER, "resend", "");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.problem()).isEqualTo("no-tickets");
    }

    @Test
    void theHistoryIsInTheOrderOfTimeAndSaysWhenAPartIsMissing() {
        neighbours.stubMoney(order, """
                [{"at":"2020-01-01T00:00:00Z","kind":"CHARGE_TRIED","amount":30000,"state":"REFUSED","code":"LOW_BALANCE"},
                 {"at":"2099-01-01T00:00:00Z","kind":"PAID","amount":30000}]""");
        tell(ORGANISER, "resend", "");
        put("/note", Map.of("note", "Calls back on Monday\nabout the ramp"));

        assertThat(kinds())
                .containsExactly("CHARGE_TRIED", "BOOKED", "TICKETS_ISSUED", "TICKETS_SENT", "NOTED", "PAID");
        JsonNode whole = ask(ORGANISER, "/" + order).body();
        assertThat(whole.path("historyComplete").asBoolean()).isTrue();
        assertThat(whole.path("note").asString()).isEqualTo("Calls back on Monday\nabout the ramp");
        assertThat(whole.path("tickets")).hasSize(2);
        assertThat(whole.at("/history/0/detail/code").asString()).isEqualTo("LOW_BALANCE");

        neighbours.stubMoneyUnavailable(order);
        assertThat(ask(ORGANISER, "/" + order).body().path("historyComplete").asBoolean())
                .isFalse();
    }

    @Test
    void theOrderTellsWhatBecameOfItsMailsAndAnOrganiserHasOneSentAgain() {
        neighbours.stubMails(order, """
                [{"id":5,"kind":"ORDER","subject":"%s","state":"FAILED","tries":9,"createdAt":"2026-11-29T10:00:00Z",
                  "endedAt":"2026-11-30T10:00:00Z","problem":"the mail server refuses it: 550"}]""".formatted(order), 5);
        JsonNode mail = ask(ORGANISER, "/" + order).body().at("/mails/0");
        assertThat(mail.path("kind").asString()).isEqualTo("ORDER");
        assertThat(mail.path("state").asString()).isEqualTo("FAILED");
        assertThat(mail.path("problem").asString()).contains("550");

        assertThat(tell(OTHER_ORGANISER, "mails/5/again", "").status()).isEqualTo(404);
        assertThat(tell(Fan.of(fan), "mails/5/again", "").status()).isEqualTo(403);
        assertThat(tell(ORGANISER, "mails/6/again", "").status()).isEqualTo(404);
        assertThat(kinds()).doesNotContain("MAIL_SENT");
        assertThat(tell(ORGANISER, "mails/5/again", "").status()).isEqualTo(202);
        assertThat(neighbours.mailsSentAgain(order)).isEqualTo(2);
        assertThat(kinds()).containsOnlyOnce("MAIL_SENT");

        neighbours.stubMailsUnavailable(order);
        Reply without = ask(ORGANISER, "/" + order);
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.body().path("mails").isNull()).isTrue();
        assertThat(tell(ORGANISER, "mails/5/again", "").status()).isEqualTo(503);
    }

    @Test
    void aMailThatIsNotTrueAnyMoreIsNeitherOfferedNorSent() {
        neighbours.stubMails(order, """
                [{"id":5,"kind":"ORDER","state":"SENT","tries":1,"createdAt":"2026-11-29T10:00:00Z","endedAt":"2026-11-29T10:00:00Z"},
                 {"id":6,"kind":"CHECKING","state":"SENT","tries":1,"createdAt":"2026-11-29T10:00:00Z","endedAt":"2026-11-29T10:00:00Z"},
                 {"id":7,"kind":"REFUND","state":"SENT","tries":1,"createdAt":"2026-11-29T10:00:00Z","endedAt":"2026-11-29T10:00:00Z"},
                 {"id":8,"kind":"SHOW_CHANGED","state":"QUEUED","tries":1,"createdAt":"2026-11-29T10:00:00Z"}]""", 5);
        assertThat(sendable()).containsExactly(true, false, true, false);
        assertThat(tell(ORGANISER, "mails/5/again", "").status()).isEqualTo(202);

        cancel(id, null);
        assertThat(sendable()).containsExactly(false, false, true, false);
        Reply refused = tell(ORGANISER, "mails/5/again", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("mail-outdated");
        assertThat(neighbours.mailsSentAgain(order)).isEqualTo(1);
        assertThat(kinds()).containsOnlyOnce("MAIL_SENT");
    }

    @Test
    void buyersWithoutAnAddressAreFoundByThat() {
        assertThat(orderIds(ask(ORGANISER, "?eventId=" + event + "&withoutEmail=true")))
                .isEmpty();
        assertThat(ask(ORGANISER, "/" + order).body().at("/buyer/email").asString())
                .isEqualTo(email);
        assertThat(orderIds(ask(ORGANISER, "?eventId=" + event + "&withoutEmail=true")))
                .isEmpty();
        neighbours.delete(fan);
        kafka().send(new AccountDeleted(fan));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(orderIds(ask(ORGANISER, "?eventId=" + event + "&withoutEmail=true")))
                        .containsExactly(order));
        assertThat(ask(ORGANISER, "?withoutEmail=perhaps").status()).isEqualTo(400);
    }

    @Test
    void aNoteIsBoundedAndCanBeTakenAway() {
        assertThat(put("/note", Map.of("note", "x".repeat(1_001))).status()).isEqualTo(400);
        assertThat(put("/note", Map.of("note", "seen")).text("note")).isEqualTo("seen");
        assertThat(put("/note", Map.of("note", "")).body().path("note").isNull())
                .isTrue();
    }

    @Test
    void aDeletedAccountLeavesItsOrderWithoutItsName() {
        assertThat(found(ORGANISER, "길동" + fan)).containsExactly(order);
        neighbours.delete(fan);
        kafka().send(new AccountDeleted(fan));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(found(ORGANISER, "길동" + fan)).isEmpty());
        assertThat(found(ORGANISER, email)).isEmpty();
        assertThat(ask(ORGANISER, "/" + order).body().at("/buyer/name").asString())
                .isEmpty();
    }

    @Test
    void whatOrganisersDidIsOnlyEverAddedTo() {
        tell(ORGANISER, "resend", "");
        for (String change : List.of("UPDATE organiser_action SET what = 'x'", "DELETE FROM organiser_action")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("only ever added to");
        }
    }

    private List<Boolean> sendable() {
        return ask(ORGANISER, "/" + order)
                .body()
                .path("mails")
                .valueStream()
                .map(mail -> mail.path("sendable").asBoolean())
                .toList();
    }

    /** What the mail service is told of the order. */
    private JsonNode mailFacts() {
        return sendAs(
                        HttpRequest.newBuilder(at("/internal/bookings/" + order + "/view"))
                                .header("Authorization", "Bearer " + services.mint("reservation")),
                        null)
                .body();
    }

    private String ticketCode() {
        return ask(ORGANISER, "/" + order).body().at("/tickets/0/code").asString();
    }

    private List<String> kinds() {
        return ask(ORGANISER, "/" + order)
                .body()
                .path("history")
                .valueStream()
                .map(event -> event.path("kind").asString())
                .toList();
    }

    private JsonNode event(String kind) {
        return ask(ORGANISER, "/" + order)
                .body()
                .path("history")
                .valueStream()
                .filter(event -> event.path("kind").asString().equals(kind))
                .findAny()
                .orElseThrow();
    }

    private static List<Long> seatIdsOf(JsonNode order) {
        return order.path("seats")
                .valueStream()
                .map(seat -> seat.path("id").asLong())
                .toList();
    }

    private List<String> found(Fan who, String words) {
        Reply answer = ask(who, "?eventId=" + event + "&query=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return orderIds(answer);
    }

    private static List<String> orderIds(Reply answer) {
        return answer.body()
                .path("content")
                .valueStream()
                .map(listed -> listed.path("orderId").asString())
                .toList();
    }

    private Reply ask(@Nullable Fan who, String path) {
        return sendAs(HttpRequest.newBuilder(at(ORDERS + path)), who);
    }

    private Reply tell(@Nullable Fan who, String act, Object body) {
        String text = body instanceof String s ? s : JsonMapper.shared().writeValueAsString(body);
        return sendAs(
                HttpRequest.newBuilder(at(ORDERS + "/" + order + "/" + act))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(text)),
                who);
    }

    private Reply put(String path, Object body) {
        return sendAs(
                HttpRequest.newBuilder(at(ORDERS + "/" + order + path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))),
                ORGANISER);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                calls.add(call);
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
