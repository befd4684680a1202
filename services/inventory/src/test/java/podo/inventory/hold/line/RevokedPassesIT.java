package podo.inventory.hold.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.inventory.Api.newFan;
import static podo.inventory.Api.seats;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.contracts.RedisChannels;
import podo.inventory.Api;
import podo.inventory.Api.Answer;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.TestRedis;
import podo.starter.redis.RedisChannelSubscriber;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;

/** A pass without a slot is refused although its signature is valid, without a call. */
@InventoryIT
class RevokedPassesIT {

    private final long fan = newFan();
    private final String passId = UUID.randomUUID().toString();

    @Autowired
    private Api api;

    @Autowired
    private EntryPasses passes;

    @Autowired
    private TestHalls halls;

    @Autowired
    private RecordingWaitingRoom rooms;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private RedisChannelSubscriber subscriber;

    private long event;
    private int tries;

    @BeforeEach
    void openHall() {
        event = halls.open(4, 10);
        await().atMost(Duration.ofSeconds(60)).until(subscriber::isReceiving);
    }

    @Test
    void whoLeftOrBoughtHoldsNothingMoreAndTheOrganiserSeesWhy() {
        assertThat(hold().status()).isEqualTo(201);
        rooms.slot(passId, false);
        say("gone");

        await().pollInterval(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(hold().type()).isEqualTo("urn:problem:no-pass"));

        assertThat(hold().status()).isEqualTo(403);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rooms.reasons(event, fan)).contains("slot-gone"));
    }

    @Test
    void whoHasTheSlotBackHoldsAtOnce() {
        rooms.slot(passId, false);
        say("gone");
        await().pollInterval(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(60))
                .until(() -> hold().status() == 403);
        rooms.slot(passId, true);
        say("back");
        await().pollInterval(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(60))
                .until(() -> hold().status() == 201);
    }

    @Test
    void anInstanceThatMissedTheWordLearnsItFromTheAnswerToASign() {
        rooms.slot(passId, false);
        assertThat(hold().status()).as("nobody has said anything yet").isEqualTo(201);
        await().pollInterval(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(60))
                .until(() -> hold().status() == 403);
        rooms.slot(passId, true);
        await().pollInterval(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(60))
                .until(() -> hold().status() == 201);
    }

    private void say(String word) {
        TestRedis.template("reservation")
                .convertAndSend(
                        RedisChannels.ROOM_SLOTS,
                        word + " " + passId + " "
                                + Instant.now().plusSeconds(900).toEpochMilli());
    }

    /** Requests one more seat with the same pass; a taken seat passes the check too. */
    private Answer hold() {
        long seat = TestHalls.seats(event, 1).getFirst() + tries++ % 4;
        String pass =
                passes.mint(new EntryPass(passId, event, fan, Instant.now().plusSeconds(900)));
        Answer answer = api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", pass)
                .POST(seats(seat)));
        if (answer.status() == 201) {
            String hold = answer.body().path("holdId").asString();
            api.send(api.as(fan, "/api/holds/" + hold).DELETE());
        }
        return answer;
    }
}
