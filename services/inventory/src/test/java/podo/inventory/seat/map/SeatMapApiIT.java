package podo.inventory.seat.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.Api.Answer;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;

@InventoryIT
class SeatMapApiIT {

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @Test
    void theMapNeedsATokenAndItsLayoutDoesNot() {
        long event = halls.open(2, 10);
        assertThat(api.send(api.open(path(event, "")).GET()).status()).isEqualTo(401);
        Answer layout = api.send(api.open(path(event, "/layout")).GET());
        assertThat(layout.body().path("seats").size()).isEqualTo(20);
        assertThat(layout.http().headers().firstValue("Cache-Control")).contains("no-cache");
        int version = layout.body().path("version").asInt();
        assertThat(api.send(api.open(path(event, "/layout?v=" + version)).GET())
                        .http()
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(header -> assertThat(header).contains("31536000"));
    }

    @Test
    void anUnchangedMapIsNotSentAgain() {
        long event = halls.open(2, 10);
        String tag = api.send(api.as(1, path(event, "")).GET())
                .http()
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(api.send(api.as(1, path(event, ""))
                                .header("If-None-Match", tag)
                                .GET())
                        .status())
                .isEqualTo(304);
        api.hold(Api.newFan(), event, SeatIds.of(event, 3));
        assertThat(api.send(api.as(1, path(event, ""))
                                .header("If-None-Match", tag)
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theMapComesCompressedToThoseWhoTakeIt() throws IOException {
        long event = halls.open(10, 100);
        Answer answer = api.send(
                api.as(1, path(event, "")).header("Accept-Encoding", "gzip").GET());

        assertThat(answer.http().body().length).isLessThan(20_000);
        String body = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.http().body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(body)
                .contains("{\"id\":" + SeatIds.of(event, 1000)
                        + ",\"section\":\"A\",\"row\":\"10\",\"number\":100,\"grade\":\"R\",\"price\":110000,"
                        + "\"accessible\":false,\"status\":\"AVAILABLE\"}");
    }

    @Test
    void accessibleSeatsAreKeptForThoseWhoNeedThem() {
        long event = halls.open(
                1, 3, TestHalls.show(Instant.now().plus(Duration.ofDays(30)), 4, SingleSeatPolicy.OFF), "1-2");
        assertThat(state(event)).isEqualTo("abb");
        assertThat(api.send(api.open(path(event, "/layout")).GET())
                        .body()
                        .path("seats")
                        .valueStream()
                        .map(seat -> seat.get(5).asInt()))
                .containsExactly(0, 1, 2);
        assertThat(api.hold(Api.newFan(), event, SeatIds.of(event, 3)).type()).isEqualTo("urn:problem:seats-taken");
        assertThat(api.hold(Api.newFan(), event, SeatIds.of(event, 2)).type()).isEqualTo("urn:problem:seats-taken");

        long fan = Api.newFan();
        Answer needed = api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .POST(BodyPublishers.ofString("{\"seatIds\":[" + SeatIds.of(event, 2) + "," + SeatIds.of(event, 3)
                        + "],\"accessible\":true}")));
        assertThat(needed.status()).isEqualTo(201);

        long soon = halls.open(
                1, 3, TestHalls.show(Instant.now().plus(Duration.ofHours(5)), 4, SingleSeatPolicy.OFF), "1-2");
        assertThat(state(soon)).isEqualTo("aaa");
    }

    @Test
    void anOrganiserBlocksSeatsAndReadsTheirLives() {
        long event = halls.open(1, 4);
        long seat = SeatIds.of(event, 2);
        api.hold(Api.newFan(), event, SeatIds.of(event, 1));
        String blocks = "{\"seatIds\":[" + SeatIds.of(event, 1) + "," + seat + "],\"blocked\":true}";

        assertThat(block(api.as(TestHalls.ORGANISER, path(event, "/blocks")), blocks)
                        .status())
                .isEqualTo(403);
        assertThat(block(api.asOrganiser(8, path(event, "/blocks")), blocks).status())
                .isEqualTo(404);
        assertThat(api.send(api.asOrganiser(8, path(event, "/" + seat + "/history"))
                                .GET())
                        .status())
                .isEqualTo(404);
        Answer done = block(api.asOrganiser(TestHalls.ORGANISER, path(event, "/blocks")), blocks);
        assertThat(done.body().path("seatIds").toString()).isEqualTo("[" + seat + "]");
        assertThat(state(event)).isEqualTo("hbaa");
        assertThat(api.hold(Api.newFan(), event, seat).status()).isEqualTo(409);

        block(api.asOrganiser(TestHalls.ORGANISER, path(event, "/blocks")), blocks.replace("true", "false"));
        assertThat(api.hold(Api.newFan(), event, seat).status()).isEqualTo(201);
        Answer life = api.send(api.asOrganiser(TestHalls.ORGANISER, path(event, "/" + seat + "/history"))
                .GET());
        assertThat(life.body()
                        .path("changes")
                        .valueStream()
                        .map(change -> change.path("cause").asString()))
                .containsExactly("BLOCKED", "UNBLOCKED", "HELD");
        assertThat(api.send(api.as(1, path(event, "/" + seat + "/history")).GET())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aChoiceThatLeavesASeatAloneIsForbiddenOrWarnedOf() {
        Instant later = Instant.now().plus(Duration.ofDays(30));
        long strict = halls.open(1, 5, TestHalls.show(later, 4, SingleSeatPolicy.FORBID), "");
        assertThat(api.hold(Api.newFan(), strict, SeatIds.of(strict, 2)).type())
                .isEqualTo("urn:problem:single-seat-left");
        assertThat(api.hold(Api.newFan(), strict, SeatIds.of(strict, 1)).status())
                .isEqualTo(201);

        long mild = halls.open(1, 5, TestHalls.show(later, 4, SingleSeatPolicy.WARN), "");
        Answer warned = api.hold(Api.newFan(), mild, SeatIds.of(mild, 2));
        assertThat(warned.status()).isEqualTo(201);
        assertThat(warned.body().path("leavesAlone").toString()).isEqualTo("[" + SeatIds.of(mild, 1) + "]");
    }

    @Test
    void theBestSeatsCanBeAskedForAndHeld() {
        long event = halls.open(4, 10);
        Answer best = api.send(api.as(1, path(event, "/best?count=3&grade=VIP")).GET());
        Object[] seats = best.body()
                .path("seats")
                .valueStream()
                .map(seat -> (Object) seat.path("id").asLong())
                .toArray();
        assertThat(api.hold(Api.newFan(), event, seats).status()).isEqualTo(201);
        assertThat(List.of(
                        api.send(api.as(1, path(event, "/best?count=0")).GET()).status(),
                        api.send(api.as(1, path(event, "/best?near=,")).GET()).status(),
                        api.send(api.as(1, path(event, "/best?count=x")).GET()).status()))
                .containsOnly(400);
        for (String price : List.of("-1", "cheap", "99.5")) {
            Answer refused = api.send(
                    api.as(1, path(event, "/best?count=1&maxPrice=" + price)).GET());
            assertThat(refused.status()).as(price).isEqualTo(400);
            assertThat(refused.body().path("fields").toString()).as(price).contains("maxPrice");
        }
        assertThat(api.send(api.as(1, path(event, "/best?count=1&maxPrice=1")).GET())
                        .body()
                        .path("seats"))
                .isEmpty();
    }

    @Test
    void seatsNearLostOnesCanBeAskedFor() {
        long event = halls.open(4, 20);
        long lost = SeatIds.of(event, 40);
        assertThat(api.hold(Api.newFan(), event, lost).status()).isEqualTo(201);
        Answer near =
                api.send(api.as(1, path(event, "/best?count=1&near=" + lost)).GET());
        assertThat(near.body().path("seats").path(0).path("id").asLong())
                .isIn(SeatIds.of(event, 20), SeatIds.of(event, 39));
        Answer refused =
                api.send(api.as(1, path(event, "/best?count=1&near=there")).GET());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").toString()).contains("near");
    }

    @Test
    void whereItIsForbiddenToLeaveASeatAloneEveryProposalCanBeHeldUntilNoneIsLeft() {
        Instant later = Instant.now().plus(Duration.ofDays(30));
        long event = halls.open(3, 11, TestHalls.show(later, 4, SingleSeatPolicy.FORBID), "");
        int held = 0;
        for (int round = 0; round < 33; round++) {
            int count = 1 + round % 3;
            List<Object> seats = api.send(api.as(Api.newFan(), path(event, "/best?count=" + count))
                            .GET())
                    .body()
                    .path("seats")
                    .valueStream()
                    .map(seat -> (Object) seat.path("id").asLong())
                    .toList();
            if (!seats.isEmpty()) {
                assertThat(api.hold(Api.newFan(), event, seats.toArray()).status())
                        .as("%d seats of %s", count, state(event))
                        .isEqualTo(201);
                held += count;
            }
        }
        assertThat(held).isGreaterThan(30);
    }

    @Test
    void theLineLearnsHowManySeatsAreLeft() {
        long event = halls.open(2, 10);
        api.hold(Api.newFan(), event, SeatIds.of(event, 3));
        Answer left = api.send(
                api.asService("/internal/events/" + event + "/availability").GET());

        assertThat(left.body().path("capacity").asInt()).isEqualTo(20);
        assertThat(left.body().path("free").asInt()).isEqualTo(19);
        assertThat(left.body().path("held").asInt()).isEqualTo(1);
        assertThat(left.body().path("grades").get(0).path("free").asInt()).isEqualTo(9);
        assertThat(left.body().path("grades").get(0).path("held").asInt()).isEqualTo(1);
        assertThat(left.body().path("grades").get(0).path("sold").asInt()).isZero();
    }

    private Answer block(HttpRequest.Builder request, String body) {
        return api.send(request.PUT(BodyPublishers.ofString(body)));
    }

    private String state(long event) {
        return api.send(api.as(1, path(event, "/state")).GET()).body().path("s").asString();
    }

    private static String path(long event, String rest) {
        return "/api/events/" + event + "/seats" + rest;
    }
}
