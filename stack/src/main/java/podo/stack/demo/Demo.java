package podo.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the demo profile shows on a fresh start, and the proof that a purchase would succeed. Both use the public API only,
 * as the demo's organiser and as fans.
 */
public final class Demo {
    private static final String PASSWORD = "podo-demo";
    private static final int SEATS_PER_FAN = 4;

    private final DemoApiClient house;
    private final Consumer<String> report;

    /** @param report told of each thing that was made */
    public Demo(String gateway, String simulator, Consumer<String> report) {
        this.house = new DemoApiClient(gateway, simulator);
        this.report = report;
    }

    /** Makes what is missing. Repeated at each start. */
    public void prepare() {
        var programme = programme();
        programme.complete(Instant.now());
        programme.onSale(DemoShow.SOLD_OUT).ifPresent(this::sellOut);
    }

    /** Goes the way of a fan up to the checkout and gives everything back. */
    public void rehearse(String password) {
        var event = programme()
                .onSale(DemoShow.HALL)
                .orElseThrow(() -> new IllegalStateException(DemoShow.HALL.title() + " is not on sale"));
        var fan = house.signUp("rehearsal@podo.dev", password, "Rehearsal");
        var buyer = new DemoBuyer(house, fan, event);
        var hold = buyer.hold(buyer.enter(), 1);
        try {
            buyer.reserve(hold);
        } finally {
            buyer.release(hold);
            buyer.leave();
        }
    }

    private DemoProgramme programme() {
        return new DemoProgramme(house.logIn("organiser@podo.dev", PASSWORD), report);
    }

    private void sellOut(String event) {
        var run = Long.toString(System.currentTimeMillis(), 36);
        var sold = 0;
        for (int number = 1; !soldOut(event) && number <= DemoHall.ROOFTOP.capacity(); number++) {
            var email = "demo-" + run + "-" + number + "@podo.dev";
            var fan = house.signUp(email, UUID.randomUUID().toString(), "Demo fan " + number);
            sold += new DemoBuyer(house, fan, event).buy(SEATS_PER_FAN);
        }
        report.accept("demo: fans bought " + sold + " tickets");
        Polling.until("the sold-out sign", Duration.ofSeconds(30), () -> soldOut(event));
    }

    private boolean soldOut(String event) {
        return house.stranger()
                .get("/api/events/" + event)
                .path("status")
                .asString()
                .equals("SOLD_OUT");
    }
}
