package podo.inventory.seat.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.Show;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.payment.PaymentApproved;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.AreaTruth;
import podo.inventory.hold.sale.PaymentListener;
import tools.jackson.databind.JsonNode;

/** A change of an event whose hall has a standing area, against holds of its places. */
@InventoryIT
@Import(AreaTruth.class)
class AreaChangesIT {

    private static final long NEW = 130_000;

    @Autowired
    private TestHalls halls;

    @Autowired
    private HallChangeDesk desk;

    @Autowired
    private HallListener listener;

    @Autowired
    private PaymentListener money;

    @Autowired
    private AreaTruth truth;

    @Autowired
    private Api api;

    private final Instant startsAt = Instant.now().plus(Duration.ofDays(30));
    private long event;
    private long pit;
    private int revision = 1;

    @BeforeEach
    void openHall() {
        event = halls.openWithAreas(1, 4, 4, 10);
        pit = truth.areas(event).getFirst();
    }

    @Test
    void aHeldPlaceKeepsItsPriceAndTheNextOneHasTheNew() {
        long fan = Api.newFan();
        String hold = hold(fan, 2).body().path("holdId").asString();

        assertThat(ask(plan(NEW, 10))).isNull();

        assertThat(area().path("price").asLong()).isEqualTo(NEW);
        assertThat(area().path("available").asInt()).isEqualTo(8);
        assertThat(hold(Api.newFan(), 1).body().path("total").asLong()).isEqualTo(NEW);
        JsonNode kept = api.send(api.as(fan, "/api/holds/" + hold)).body();
        assertThat(kept.path("total").asLong()).isEqualTo(220_000);
        assertThat(kept.path("seats").path(0).path("price").asLong()).isEqualTo(110_000);
        assertThat(truth.areas(event)).containsExactly(pit);
    }

    @Test
    void anotherAreaIsRefusedWhilePlacesAreHeldOrTheirPaymentIsInTheAir() {
        long fan = Api.newFan();
        String hold = hold(fan, 2).body().path("holdId").asString();
        assertThat(ask(plan(110_000, 12))).isEqualTo("seats-held");
        api.send(api.asService("/internal/holds/" + hold + "/pin").POST(BodyPublishers.noBody()));
        assertThat(ask(plan(110_000, 12))).isEqualTo("seats-held");

        api.send(api.asService("/internal/holds/" + hold + "/pin").DELETE());
        api.send(api.as(fan, "/api/holds/" + hold).DELETE());
        assertThat(ask(plan(110_000, 12))).isNull();
        assertThat(area().path("capacity").asInt()).isEqualTo(12);
        assertThat(area().path("available").asInt()).isEqualTo(12);
    }

    @Test
    void aCancelledEventHasNoPlaceLeft() {
        hold(Api.newFan(), 2);
        listener.cancelled(new EventCancelled(event, "rain"));

        assertThat(area().path("available").asInt()).isZero();
        assertThat(hold(Api.newFan(), 1).type()).isEqualTo("urn:problem:event-cancelled");
    }

    @Test
    void aPaymentThatComesAfterTheCancellationGetsNoPlace() {
        long fan = Api.newFan();
        JsonNode held = hold(fan, 2).body();
        String hold = held.path("holdId").asString();
        api.send(api.asService("/internal/holds/" + hold + "/pin").POST(BodyPublishers.noBody()));
        listener.cancelled(new EventCancelled(event, "rain"));
        List<Long> places = List.of(
                held.path("seats").path(0).path("id").asLong(),
                held.path("seats").path(1).path("id").asLong());
        money.approved(
                new PaymentApproved("podo-" + hold, "reservation", hold, event, fan, places, 220_000, Instant.now()));

        assertThat(truth.area(pit)).extracting("taken", "held", "sold").containsExactly(0, 0, 0);
    }

    private @Nullable String ask(ShowPlan plan) {
        revision++;
        Show show = new Show(
                "A show",
                "A hall",
                TestHalls.ORGANISER,
                revision,
                startsAt,
                Instant.now(),
                Instant.now(),
                startsAt,
                4,
                50,
                1_000,
                2,
                SingleSeatPolicy.OFF,
                List.of(),
                revision);
        return desk.change(event, new HallChange(show, plan, List.of())).refusal();
    }

    private ShowPlan plan(long price, int capacity) {
        ShowPlan plan = TestHalls.withAreas(TestHalls.plan(event, revision + 1, 1, 4, ""), capacity);
        return new ShowPlan(
                event,
                revision + 1,
                List.of(new ShowPlan.Grade("VIP", 150_000), new ShowPlan.Grade("R", price)),
                plan.seats(),
                plan.areas(),
                null);
    }

    private Api.Answer hold(long fan, int places) {
        return api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .POST(BodyPublishers.ofString("{\"areas\":[{\"areaId\":" + pit + ",\"count\":" + places + "}]}")));
    }

    private JsonNode area() {
        return api.send(api.as(Api.newFan(), "/api/events/" + event + "/seats"))
                .body()
                .path("areas")
                .path(0);
    }
}
