package podo.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import podo.stack.junit.RealServer;
import podo.stack.junit.ServiceProcess;
import podo.stack.junit.TestServers;

/**
 * Kills an instance at every point of a purchase and of a refund. The killed instance is a separate process; the one of this
 * test goes on and must finish the orders alone.
 */
class KillIT extends PaymentServiceFixture {

    static ServiceProcess otherInstance;

    @Autowired
    ConfigurableEnvironment environment;

    @AfterEach
    void removeFaults() {
        bank.removeFaults();
        TestServers.process(RealServer.KAFKA).thaw();
    }

    @Test
    void killedAtEveryPointOfAPurchase() {
        startOtherInstance();
        NeighbourServices.Order refunded = paidOrder(50_000, 1);
        NeighbourServices.Order beforeThePin = openedOrder(50_000, 1);
        NeighbourServices.Order beforeTheCapture = openedOrder(50_000, 1);
        NeighbourServices.Order afterTheCapture = openedOrder(50_000, 1);
        NeighbourServices.Order whileUnknown = openedOrder(50_000, 1);
        beforeThePin.setPinDelay(Duration.ofSeconds(20));
        bank.setFault(fault("LATENCY", beforeTheCapture, "millis", 6_500));
        bank.setFault(fault("LATENCY_AFTER", afterTheCapture, "millis", 6_500));
        bank.setFault(fault("LOST_AFTER", whileUnknown, "count", 2));
        bank.setFault(fault("ERROR_BEFORE", whileUnknown, "call", "LOOKUP", "count", 3));
        bank.setFault(fault("LATENCY_AFTER", refunded, "call", "CANCEL", "millis", 3_000));

        neighbours.cancelBooking(refunded, refunded.seatIds, 0);
        String key = bank.approve(beforeThePin.orderId, beforeThePin.amount);
        confirmAtOtherInstance(whileUnknown);
        await().until(() -> attempt(whileUnknown).equals("UNKNOWN"));
        confirmAtOtherInstance(beforeTheCapture);
        confirmAtOtherInstance(afterTheCapture);
        confirmAtOtherInstance(beforeThePin, key);
        await().until(() -> attempt(beforeThePin).equals("STARTED"));
        await().until(() -> attempt(beforeTheCapture).equals("SENT"));
        await().until(() -> bank.captured(afterTheCapture.orderId) == 50_000);

        otherInstance.process().kill();

        endsPaid(beforeTheCapture);
        endsPaid(afterTheCapture);
        endsPaid(whileUnknown);
        await().until(() -> status(beforeThePin).equals("READY"));
        assertThat(bank.captured(beforeThePin.orderId)).isZero();
        beforeThePin.setPinDelay(Duration.ZERO);
        assertThat(confirm(beforeThePin, key).status()).isIn(200, 202);
        endsPaid(beforeThePin);
        await().atMost(Duration.ofSeconds(120)).until(() -> status(refunded).equals("CANCELLED"));
        assertThat(bank.refunded(refunded.orderId)).isEqualTo(50_000);
        assertThat(audit()).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "podo.db",
            matches = "mysql",
            disabledReason = "Kafka is the one that stops, not the database")
    void killedAfterTheCommitBeforeKafka() {
        startOtherInstance();
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String key = bank.approve(order.orderId, order.amount);
        TestServers.process(RealServer.KAFKA).freeze();
        confirmAtOtherInstance(order, key);
        await().until(() -> attempt(order).equals("APPROVED"));

        otherInstance.process().kill();
        assertThat(neighbours.tickets(order)).isZero();
        TestServers.process(RealServer.KAFKA).thaw();

        endsPaid(order);
        assertThat(audit()).isEmpty();
    }

    @Test
    void theBankIsKilledAfterTheCapture() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        bank.setFault(fault("LATENCY_AFTER", order, "millis", 6_000));
        confirmUntilAccepted(order);
        await().until(() -> bank.captured(order.orderId) == 50_000);

        bank.process().kill();
        bank.process().start();

        endsPaid(order);
        assertThat(audit()).isEmpty();
    }

    @Test
    void theDatabaseIsKilledWhileTheBankIsAsked() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        bank.setFault(fault("LATENCY", order, "millis", 2_000));
        confirmUntilAccepted(order);
        await().until(() -> bank.hasNoFaultLeft(order.orderId));

        TestServers.process(RealServer.DATABASE).kill();
        await().until(() -> bank.captured(order.orderId) == 50_000);
        TestServers.process(RealServer.DATABASE).start();

        endsPaid(order);
        assertThat(audit()).isEmpty();
    }

    private void startOtherInstance() {
        if (otherInstance == null) {
            otherInstance = PaymentProcess.start(environment, neighbours.url());
        } else {
            otherInstance.process().start();
        }
        NeighbourServices.Order first = openedOrder(1_000, 1);
        await().until(() -> confirmAt(otherInstance.port(), first, bank.approve(first.orderId, first.amount))
                        .status()
                == 200);
    }

    private void endsPaid(NeighbourServices.Order order) {
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(120))
                .until(() -> status(order).equals("PAID") && neighbours.tickets(order) == 1);
        assertThat(bank.captured(order.orderId)).isEqualTo(order.amount);
        assertThat(ledger(order)).hasSize(1);
    }

    /** Repeats the confirm while the answer is 503. */
    private void confirmUntilAccepted(NeighbourServices.Order order) {
        String key = bank.approve(order.orderId, order.amount);
        Thread.startVirtualThread(() ->
                await().ignoreExceptions().until(() -> confirm(order, key).status() != 503));
    }

    private void confirmAtOtherInstance(NeighbourServices.Order order) {
        confirmAtOtherInstance(order, bank.approve(order.orderId, order.amount));
    }

    private void confirmAtOtherInstance(NeighbourServices.Order order, String key) {
        Thread.startVirtualThread(() -> confirmAt(otherInstance.port(), order, key));
    }

    private String attempt(NeighbourServices.Order order) {
        List<String> states = jdbc.sql("SELECT state FROM attempt WHERE order_id = ?")
                .param(order.orderId)
                .query(String.class)
                .list();
        return states.isEmpty() ? "" : states.getLast();
    }
}
