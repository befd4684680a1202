package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** Tickets at the door, through the gateway, as the public contract has it. */
@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorContractIT {

    private final Fan fan = Fan.fresh();
    private Api door;
    private Show show;

    @BeforeAll
    void sellAShowOfTonight() {
        door = Fan.doorStaff();
        show = Show.tonight(1, 4);
    }

    @Test
    void everybodyMayHaveTheKeys() {
        Answer keys = Api.open().get("/api/ticket-keys").has(200);
        JsonNode key = keys.json("keys").get(0);
        assertThat(key.path("kty").asString()).isEqualTo("OKP");
        assertThat(key.path("crv").asString()).isEqualTo("Ed25519");
        assertThat(keys.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("public"));
    }

    @Test
    void aTicketLetsInOnceAndAgainAfterItWasUndone() {
        String code = buyTicket();

        Answer first = check(door, code, "A").has(200);
        assertThat(first.string("result")).isEqualTo("VALID");
        Answer second = check(door, code, "B").has(200);
        assertThat(second.string("result")).isEqualTo("ALREADY_USED");
        assertThat(second.string("gate")).isEqualTo("A");
        assertThat(second.string("usedAt")).isEqualTo(first.string("usedAt"));
        door.delete("/api/checkins/" + first.string("id")).has(204);
        assertThat(check(door, code, "B").string("result")).isEqualTo("VALID");
    }

    @Test
    void theOrganiserMayAndAFanMayNot() {
        String code = buyTicket();

        check(fan.api(), code, "A").has(403);
        check(Api.open(), code, "A").has(401);
        assertThat(check(Fan.otherOrganiser(), code, "A").has(200).string("result"))
                .isEqualTo("WRONG_EVENT");
        assertThat(check(Fan.organiser(), code, "A").has(200).string("result")).isEqualTo("VALID");
    }

    @Test
    void whatIsNoTicketIsForged() {
        assertThat(check(door, "PODO1.x.y", "A").has(200).string("result")).isEqualTo("FORGED");
        check(door, "", "A").has(400);
    }

    @Test
    void aShowOfNextMonthIsNotYet() {
        Show later = Show.onSale(1, 2);
        Fan buyer = Fan.fresh();
        buyer.buy(later.id(), buyer.freeSeats(later.id()).subList(0, 1));
        String code = buyer.api()
                .get("/api/tickets")
                .has(200)
                .json()
                .get(0)
                .path("code")
                .asString();
        assertThat(check(door, code, "A").has(200).string("result")).isEqualTo("NOT_YET");
    }

    private String buyTicket() {
        Fan buyer = Fan.fresh();
        buyer.buy(show.id(), buyer.freeSeats(show.id()).subList(0, 1));
        JsonNode ticket = buyer.api().get("/api/tickets").has(200).json().get(0);
        assertThat(Instant.parse(ticket.path("event").path("startsAt").asString()))
                .isBefore(Instant.now().plus(Duration.ofHours(12)));
        return ticket.path("code").asString();
    }

    private static Answer check(Api who, String code, String gate) {
        return who.post("/api/checkins", Map.of("code", code, "gate", gate));
    }
}
