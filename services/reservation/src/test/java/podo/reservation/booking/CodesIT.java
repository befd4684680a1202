package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.reservation.BookingCancelled;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.jdbc.Utc;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes, from the organiser who adds one to the use that comes back. */
@TestPropertySource(properties = "podo.codes.every=200ms")
class CodesIT extends BookingFixture {

    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private ServiceTokens serviceTokens;

    @BeforeEach
    void publishTheShow() {
        publish(Instant.now().plus(Duration.ofDays(365)));
    }

    @Test
    void aCodeTakesOffWhatItSaysAndGivesItBackWhenItIsTakenAway() {
        add("MEMBERS", "PERCENT", 25);
        add("TENOFF", "AMOUNT", 10_001);
        add("FLAT", "PRICE", 12_000);
        Held held = inventory.createHold(event, fan, 3);
        String id = openBooking(held);
        assertThat(find(id).body().path("canUseCode").asBoolean()).isTrue();

        assertThat(use(id, fan, " members ").body().path("amount").asLong()).isEqualTo(45_000);
        assertThat(used("MEMBERS")).isEqualTo(1);
        JsonNode off = use(id, fan, "ＴＥＮＯＦＦ").body();
        assertThat(off.path("amount").asLong()).isEqualTo(49_999);
        assertThat(off.path("code").asString()).isEqualTo("TENOFF");
        assertThat(off.path("seats")
                        .valueStream()
                        .mapToLong(seat -> seat.path("price").asLong())
                        .sum())
                .isEqualTo(49_999);
        assertThat(used("MEMBERS")).isZero();
        assertThat(use(id, fan, "FLAT").body().path("amount").asLong()).isEqualTo(34_000);
        assertThat(use(id, fan, "").body().path("amount").asLong()).isEqualTo(60_000);
        assertThat(used("FLAT")).isZero();
    }

    @Test
    void aCodeFollowsTheKindsThatAreChosenAfterwards() {
        add("HALFOFF", "PERCENT", 50);
        Held held = inventory.createHold(event, fan, 3);
        inventory.stubKinds(held);
        String id = openBooking(held);
        use(id, fan, "HALFOFF");
        Reply chosen = put(
                "/api/reservations/" + id + "/kinds",
                Map.of("seats", List.of(Map.of("seatId", held.seatIds().get(2), "kind", "Child"))),
                Fan.of(fan));
        assertThat(chosen.body().path("amount").asLong()).isEqualTo(5_000 + 10_000 + 2_500);
    }

    @Test
    void whyACodeCannotBeUsedIsSaidAtItsField() {
        Instant now = Instant.now();
        add(
                "LATER",
                Map.of(
                        "how",
                        "PERCENT",
                        "value",
                        10,
                        "validFrom",
                        now.plusSeconds(600).toString()));
        add("BEFORE", "PERCENT", 10);
        jdbc.sql("UPDATE discount_code SET valid_until = ? WHERE event_id = ? AND code = 'BEFORE'")
                .params(Utc.millis(now.minusSeconds(600)), event)
                .update();
        add("VIPONLY", Map.of("how", "PERCENT", "value", 10, "grades", List.of("VIP")));
        long off = add("SWITCHED", "PERCENT", 10).path("id").asLong();
        put(codes() + "/" + off, Map.of("active", false), ORGANISER);
        String id = openBooking(inventory.createHold(event, fan, 1));

        assertThat(reason(use(id, fan, "NOSUCHCODE"))).isEqualTo("is no code of this event");
        assertThat(reason(use(id, fan, "SWITCHED"))).isEqualTo("is no code of this event");
        assertThat(reason(use(id, fan, "LATER"))).isEqualTo("cannot be used yet");
        assertThat(reason(use(id, fan, "BEFORE"))).isEqualTo("can no longer be used");
        assertThat(reason(use(id, fan, "VIPONLY"))).isEqualTo("is not for the grades of these seats");
        assertThat(used("VIPONLY")).isZero();
        assertThat(use(id, fan + 1, "VIPONLY").status()).isEqualTo(404);
        assertThat(find(id).body().path("amount").asLong()).isEqualTo(10_000);
        for (int tries = 0; tries < 20; tries++) {
            use(id, fan, "GUESS" + tries);
        }
        Reply tooMany = use(id, fan, "GUESSES");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.problem()).isEqualTo("too-many-codes");
        assertThat(tooMany.header("Retry-After")).isNotEmpty();
    }

    /** One conditional UPDATE decides. */
    @Test
    void ofAHundredFansAtOnceAsManyUseACodeAsMay() throws Exception {
        add("FIRSTSEVEN", Map.of("how", "PRICE", "value", 0, "mostUses", 7, "mostPerFan", 1));
        List<Held> holds = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Held held = inventory.createHold(event, fan + i, 1);
            holds.add(held);
            ids.add(openBooking(held));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = IntStream.range(0, 100)
                    .mapToObj(i -> crowd.submit((Callable<Reply>) () -> useWhenThereIsTime(ids.get(i), fan + i)))
                    .toList();
            for (Future<Reply> reply : replies) {
                statuses.add(reply.get().status());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(7);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(93);
        assertThat(used("FIRSTSEVEN")).isEqualTo(7);
        JsonNode facts = audited("FIRSTSEVEN");
        assertThat(facts.path("bookings").asInt()).isEqualTo(7);
        assertThat(facts.path("mostUses").asInt()).isEqualTo(7);
    }

    @Test
    void oneFanUsesACodeAsOftenAsOneMayInHoweverManyTabs() throws Exception {
        add("TWICE", Map.of("how", "PERCENT", "value", 10, "mostPerFan", 2));
        List<String> ids = IntStream.range(0, 8)
                .mapToObj(i -> openBooking(inventory.createHold(event, fan, 1)))
                .toList();
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : ids.stream()
                    .map(id -> tabs.submit((Callable<Reply>) () -> use(id, fan, "TWICE")))
                    .toList()) {
                replies.add(reply.get());
            }
        }
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(2);
        assertThat(used("TWICE")).isEqualTo(2);
        String free = ids.get(replies.indexOf(replies.stream()
                .filter(reply -> reply.status() == 200)
                .findFirst()
                .orElseThrow()));
        use(free, fan, "");
        assertThat(used("TWICE")).isEqualTo(1);
    }

    @Test
    void aUseComesBackWhenTheHoldLapsesIsGivenUpOrRefundedAndNotBefore() {
        add("ONEUSE", Map.of("how", "PERCENT", "value", 10, "mostUses", 1));
        Held lapsing = inventory.createHold(event, fan, 1);
        String first = openBooking(lapsing);
        assertThat(use(first, fan, "ONEUSE").status()).isEqualTo(200);
        Held held = inventory.createHold(event, fan + 1, 2);
        String second = openBooking(held);
        assertThat(reason(use(second, fan + 1, "ONEUSE"))).isEqualTo("has been used as often as it can be");

        expire(first, Instant.now().minusSeconds(1), false);
        await().atMost(SOON).until(() -> use(second, fan + 1, "ONEUSE").status() == 200);

        kafka().send(approved(held));
        kafka().send(sold(held));
        awaitStatus(second, fan + 1, "CONFIRMED");
        assertThat(used("ONEUSE")).isEqualTo(1);
        Reply part = post(
                "/api/reservations/" + second + "/cancel",
                Map.of("seatIds", held.seatIds().subList(0, 1)),
                fan + 1);
        assertThat(part.status()).isEqualTo(202);
        BookingCancelled asked = await().atMost(SOON)
                .until(() -> kafka().cancellationsOf(orderOf(held)), found -> !found.isEmpty())
                .getFirst();
        assertThat(asked.refundAmount() + asked.fee())
                .as("what was paid for that seat")
                .isEqualTo(9_000);
        assertThat(used("ONEUSE")).as("a part is kept").isEqualTo(1);
        post("/api/reservations/" + second + "/cancel", "", fan + 1);
        await().atMost(SOON).until(() -> used("ONEUSE") == 0);
    }

    /** The bank may still say yes: until that is certain nobody else gets the use. */
    @Test
    void anOpenedPaymentKeepsItsUseForAWhileAfterTheHold() {
        add("LATE1", Map.of("how", "PERCENT", "value", 10, "mostUses", 1));
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);
        use(id, fan, "LATE1");
        expire(id, Instant.now().minus(Duration.ofMinutes(10)), true);
        String other = openBooking(inventory.createHold(event, fan + 1, 1));
        assertThat(use(other, fan + 1, "LATE1").status()).isEqualTo(400);
        expire(id, Instant.now().minus(Duration.ofMinutes(31)), true);
        await().atMost(SOON).until(() -> used("LATE1") == 0);
        kafka().send(approved(held));
        kafka().send(sold(held));
        awaitStatus(id, fan, "CONFIRMED");
        await().atMost(SOON).until(() -> used("LATE1") == 1);
    }

    @Test
    void aSeatThatCostsLessThanCardCompaniesTakeIsNotOfferedBack() {
        add("MUCHOFF", "AMOUNT", 59_700);
        Held held = inventory.createHold(event, fan, 3);
        String id = openBooking(held);
        JsonNode seats = use(id, fan, "MUCHOFF").body().path("seats");
        assertThat(seats.valueStream().map(seat -> seat.path("price").asLong())).containsExactly(50L, 100L, 150L);
        kafka().send(approved(held));
        kafka().send(sold(held));
        awaitStatus(id, fan, "CONFIRMED");
        Reply cheap = post(
                "/api/reservations/" + id + "/give-backs",
                Map.of("seatIds", held.seatIds().subList(0, 1)),
                fan);
        assertThat(cheap.problem()).isEqualTo("not-offerable");
        assertThat(post(
                                "/api/reservations/" + id + "/give-backs",
                                Map.of("seatIds", held.seatIds().subList(1, 2)),
                                fan)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aUseThatWasLostWhenThePaymentIsOpenedTakesNothingOff() {
        add("GONE", Map.of("how", "PERCENT", "value", 10, "mostUses", 1));
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);
        use(id, fan, "GONE");
        jdbc.sql("UPDATE code_use SET ended_at = NOW(3) WHERE booking_id = ?")
                .param(id)
                .update();
        JsonNode order = internal("/internal/bookings/" + orderOf(held) + "/sum", true);
        assertThat(order.path("amount").asLong()).isEqualTo(10_000);
        assertThat(use(id, fan, "GONE").problem()).isEqualTo("sum-fixed");
    }

    @Test
    void aCodeThatIsRefusedLeavesTheEarlierOneAndARepeatChangesNothing() {
        add("FIRST", Map.of("how", "PERCENT", "value", 10, "mostUses", 1));
        add("VIPONLY", Map.of("how", "PERCENT", "value", 50, "grades", List.of("VIP")));
        String id = openBooking(inventory.createHold(event, fan, 1));
        use(id, fan, "FIRST");
        assertThat(use(id, fan, "first").body().path("amount").asLong()).isEqualTo(9_000);
        assertThat(reason(use(id, fan, "VIPONLY"))).isEqualTo("is not for the grades of these seats");
        assertThat(find(id).body().path("code").asString()).isEqualTo("FIRST");
        assertThat(find(id).body().path("amount").asLong()).isEqualTo(9_000);
        assertThat(used("FIRST")).isEqualTo(1);
        assertThat(used("VIPONLY")).isZero();
        assertThat(audited("FIRST").path("strays").asInt()).isZero();
    }

    @Test
    void aLostUseIsTakenAnewUnderTheSameLimits() {
        add("ONCE", Map.of("how", "PERCENT", "value", 10, "mostPerFan", 1));
        Held held = inventory.createHold(event, fan, 1);
        String first = openBooking(held);
        use(first, fan, "ONCE");
        lose(first);
        Held again = inventory.createHold(event, fan, 1);
        use(openBooking(again), fan, "ONCE");
        assertThat(internal("/internal/bookings/" + orderOf(held) + "/sum", true)
                        .path("amount")
                        .asLong())
                .as("the fan uses it for another booking")
                .isEqualTo(10_000);
        lose(jdbc.sql("SELECT id FROM booking WHERE hold_id = ?")
                .param(again.id())
                .query(String.class)
                .single());
        assertThat(internal("/internal/bookings/" + orderOf(again) + "/sum", true)
                        .path("amount")
                        .asLong())
                .isEqualTo(9_000);
        assertThat(used("ONCE")).isEqualTo(1);
    }

    /** As the ticker does when the hold seems to be over. */
    private void lose(String id) {
        jdbc.sql(
                        "UPDATE discount_code c JOIN code_use u ON u.code_id = c.id SET c.used = c.used - 1 WHERE u.booking_id = ?")
                .param(id)
                .update();
        jdbc.sql("UPDATE code_use SET ended_at = NOW(3) WHERE booking_id = ?")
                .param(id)
                .update();
    }

    @Test
    void theAuditorIsToldOfUsesWithoutALivingBooking() {
        add("STRAY", "PERCENT", 10);
        assertThat(audited("STRAY").path("bookings").asInt())
                .as("nobody used it")
                .isZero();
        assertThat(audited("STRAY").path("strays").asInt()).as("nobody used it").isZero();
        String id = openBooking(inventory.createHold(event, fan, 1));
        use(id, fan, "STRAY");
        assertThat(audited("STRAY").path("strays").asInt()).isZero();
        jdbc.sql("UPDATE booking SET code = NULL WHERE id = ?").param(id).update();
        assertThat(audited("STRAY").path("strays").asInt()).as("another code").isEqualTo(1);
        jdbc.sql("UPDATE booking SET state = 'REFUNDED' WHERE id = ?").param(id).update();
        assertThat(audited("STRAY").path("strays").asInt()).as("refunded").isEqualTo(1);
    }

    @Test
    void anOrganiserAddsListsAndSwitchesTheOwnCodes() {
        assertThat(add("GRAPES", "PERCENT", 10).path("active").asBoolean()).isTrue();
        Map<String, Object> wrong = new HashMap<>(Map.of("code", "ab", "how", "PERCENT", "value", 101));
        wrong.put("validFrom", "2030-01-02T00:00:00Z");
        wrong.put("validUntil", "2030-01-01T00:00:00Z");
        assertThat(post(wrong).body().path("fields").findValuesAsString("field"))
                .containsExactlyInAnyOrder("code", "value", "validUntil");
        assertThat(post(Map.of("code", "grapes", "how", "AMOUNT", "value", 1))
                        .body()
                        .path("fields")
                        .findValuesAsString("field"))
                .as("the same code")
                .containsExactly("code");
        assertThat(post(Map.of("code", "FUTURE", "how", "PRICE", "value", 99, "validUntil", "+900000-01-01T00:00:00Z"))
                        .body()
                        .path("fields")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("value", "validUntil");
        assertThat(post(Map.of("how", "AMOUNT")).body().path("fields").findValuesAsString("field"))
                .containsExactlyInAnyOrder("code", "value");
        assertThat(post(Map.of(
                                "code",
                                "grapes",
                                "how",
                                "PERCENT",
                                "value",
                                0,
                                "mostUses",
                                0,
                                "mostPerFan",
                                -1,
                                "validUntil",
                                Instant.now().minusSeconds(60).toString()))
                        .body()
                        .path("fields")
                        .findValuesAsString("field"))
                .as("all that is wrong at once, an end that has passed and a name that is taken among it")
                .containsExactlyInAnyOrder("code", "value", "mostUses", "mostPerFan", "validUntil");
        assertThat(sendAs(HttpRequest.newBuilder(at(codes())), Fan.of(1, Role.ORGANISER))
                        .status())
                .isEqualTo(404);
        assertThat(sendAs(HttpRequest.newBuilder(at(codes())), Fan.of(fan)).status())
                .isEqualTo(403);
        assertThat(put(codes() + "/1", Map.of("active", false), ORGANISER).status())
                .isEqualTo(404);
    }

    @Test
    void aCodeForAllDatesCountsItsUsesOverAllOfThem() {
        long other = event + 1_000_000;
        kafka().send(new EventPublished(other, dateOf(event)));
        await().atMost(SOON).until(() -> shows.find(other).isPresent());
        add("FRIDAY", "PERCENT", 10);
        add("FAMILY", Map.of("how", "PERCENT", "value", 50, "mostUses", 2, "mostPerFan", 1, "allDates", true));
        String first = openBooking(inventory.createHold(event, fan, 1));
        String second = openBooking(inventory.createHold(other, fan, 1));
        String third = openBooking(inventory.createHold(other, fan + 1, 1));
        String fourth = openBooking(inventory.createHold(other, fan + 2, 1));

        assertThat(use(first, fan, "family").body().path("amount").asLong()).isEqualTo(5_000);
        assertThat(reason(use(second, fan, "FAMILY"))).isEqualTo("has been used by you as often as it can be");
        assertThat(use(third, fan + 1, "FAMILY").body().path("amount").asLong()).isEqualTo(5_000);
        assertThat(reason(use(fourth, fan + 2, "FAMILY"))).isEqualTo("has been used as often as it can be");
        assertThat(reason(use(fourth, fan + 2, "FRIDAY"))).as("of one date").isEqualTo("is no code of this event");
        assertThat(used("FAMILY")).isEqualTo(2);

        String list = "/api/organiser/events/" + other + "/codes";
        JsonNode seen = sendAs(HttpRequest.newBuilder(at(list)), ORGANISER).body();
        assertThat(seen.findValuesAsString("code")).containsExactly("FAMILY");
        assertThat(post(Map.of("code", "friday", "how", "PERCENT", "value", 1, "allDates", true))
                        .body()
                        .path("fields")
                        .findValuesAsString("field"))
                .as("one date has it")
                .containsExactly("code");
        assertThat(put(list + "/" + seen.path(0).path("id").asLong(), Map.of("active", false), ORGANISER)
                        .status())
                .isEqualTo(200);
        use(first, fan, "");
        assertThat(reason(use(first, fan, "FAMILY"))).isEqualTo("is no code of this event");
    }

    private static Show dateOf(long series) {
        Show plain = show(Instant.now().plus(Duration.ofDays(366)));
        return new Show(
                plain.title(),
                plain.venue(),
                plain.organiserId(),
                plain.planVersion(),
                plain.startsAt(),
                plain.lobbyOpensAt(),
                plain.onSaleAt(),
                plain.salesEndAt(),
                plain.seatsPerFan(),
                plain.admissionPerSecond(),
                plain.admissionCap(),
                plain.extensions(),
                plain.singleSeatPolicy(),
                plain.refundFees(),
                plain.changeCount(),
                null,
                null,
                null,
                series);
    }

    private JsonNode add(String code, String how, long value) {
        return add(code, Map.of("how", how, "value", value));
    }

    private JsonNode add(String code, Map<String, Object> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.put("code", code);
        Reply added = post(body);
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        return added.body();
    }

    private Reply post(Map<String, Object> code) {
        return sendAs(
                HttpRequest.newBuilder(at(codes()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(code))),
                ORGANISER);
    }

    private String codes() {
        return "/api/organiser/events/" + event + "/codes";
    }

    /** On a machine that is busy some wait too long for a connection and are told to come again. */
    private Reply useWhenThereIsTime(String id, long who) {
        Reply reply = use(id, who, "firstseven");
        for (int tries = 0; reply.status() == 503 && tries < 20; tries++) {
            reply = use(id, who, "firstseven");
        }
        return reply;
    }

    private Reply use(String id, long who, String code) {
        return put("/api/reservations/" + id + "/code", Map.of("code", code), Fan.of(who));
    }

    private Reply put(String path, Object body, Fan who) {
        return sendAs(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "en")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(body))),
                who);
    }

    private static String reason(Reply refused) {
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
        JsonNode field = refused.body().path("fields").path(0);
        assertThat(field.path("field").asString()).isEqualTo("code");
        return field.path("message").asString();
    }

    private int used(String code) {
        return sendAs(HttpRequest.newBuilder(at(codes())), ORGANISER)
                .body()
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("used")
                .asInt();
    }

    private JsonNode audited(String code) {
        return internal("/internal/audit/codes?after=0&limit=10000", false)
                .valueStream()
                .filter(one -> one.path("eventId").asLong() == event
                        && one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode internal(String path, boolean post) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + serviceTokens.mint("reservation"));
        return send(post ? request.POST(HttpRequest.BodyPublishers.noBody()) : request, null)
                .body();
    }

    private void expire(String id, Instant end, boolean paymentOpened) {
        jdbc.sql("UPDATE booking SET expires_at = ?, sum_fixed = ? WHERE id = ?")
                .params(Utc.millis(end), paymentOpened, id)
                .update();
    }
}
