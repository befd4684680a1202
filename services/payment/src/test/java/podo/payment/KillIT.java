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
 * kill -9 at every point of a purchase and of a giving back. The killed instance is a process of its own; another one
 * lives on, as in production, and must bring the orders to their right ends alone.
 */
class KillIT extends AtTheCounter {

    static ServiceProcess doomed;

    @Autowired
    ConfigurableEnvironment environment;

    @AfterEach
    void heal() {
        bank.heal();
        TestServers.process(RealServer.KAFKA).thaw();
    }

    @Test
    void killedAtEveryPointOfAPurchaseAtOnce() {
        startTheDoomed();
        Town.Order givenBack = paid(50_000, 1);
        Town.Order beforeThePin = opened(50_000, 1);
        Town.Order beforeTheCapture = opened(50_000, 1);
        Town.Order afterTheCapture = opened(50_000, 1);
        Town.Order whileNobodyKnows = opened(50_000, 1);
        beforeThePin.pinTakes(Duration.ofSeconds(20));
        bank.breaks(fault("LATENCY", beforeTheCapture, "millis", 6_500));
        bank.breaks(fault("LATENCY_AFTER", afterTheCapture, "millis", 6_500));
        bank.breaks(fault("LOST_AFTER", whileNobodyKnows, "count", 2));
        bank.breaks(fault("ERROR_BEFORE", whileNobodyKnows, "call", "LOOKUP", "count", 3));
        bank.breaks(fault("LATENCY_AFTER", givenBack, "call", "CANCEL", "millis", 3_000));

        town.cancels(givenBack, givenBack.seatIds, 0);
        String key = bank.approves(beforeThePin.orderId, beforeThePin.amount);
        confirmsAtTheDoomed(whileNobodyKnows);
        await().until(() -> attempt(whileNobodyKnows).equals("UNKNOWN"));
        confirmsAtTheDoomed(beforeTheCapture);
        confirmsAtTheDoomed(afterTheCapture);
        confirmsAtTheDoomed(beforeThePin, key);
        await().until(() -> attempt(beforeThePin).equals("STARTED"));
        await().until(() -> attempt(beforeTheCapture).equals("SENT"));
        await().until(() -> bank.captured(afterTheCapture.orderId) == 50_000);

        doomed.process().kill();

        endsPaid(beforeTheCapture);
        endsPaid(afterTheCapture);
        endsPaid(whileNobodyKnows);
        await().until(() -> status(beforeThePin).equals("READY"));
        assertThat(bank.captured(beforeThePin.orderId)).isZero();
        beforeThePin.pinTakes(Duration.ZERO);
        assertThat(confirm(beforeThePin, key).status()).isIn(200, 202);
        endsPaid(beforeThePin);
        await().atMost(Duration.ofSeconds(120)).until(() -> status(givenBack).equals("CANCELLED"));
        assertThat(bank.refunded(givenBack.orderId)).isEqualTo(50_000);
        assertThat(audit()).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = "podo.db", matches = "mysql", disabledReason = "it is Kafka that is away")
    void killedAfterTheCommitBeforeKafkaHeard() {
        startTheDoomed();
        Town.Order order = opened(50_000, 1);
        String key = bank.approves(order.orderId, order.amount);
        TestServers.process(RealServer.KAFKA).freeze();
        confirmsAtTheDoomed(order, key);
        await().until(() -> attempt(order).equals("APPROVED"));

        doomed.process().kill();
        assertThat(town.tickets(order)).isZero();
        TestServers.process(RealServer.KAFKA).thaw();

        endsPaid(order);
        assertThat(audit()).isEmpty();
    }

    @Test
    void theBankItselfIsKilledWithTheMoneyInItsHands() {
        Town.Order order = opened(50_000, 1);
        bank.breaks(fault("LATENCY_AFTER", order, "millis", 6_000));
        insistsOnPaying(order);
        await().until(() -> bank.captured(order.orderId) == 50_000);

        bank.process().kill();
        bank.process().start();

        endsPaid(order);
        assertThat(audit()).isEmpty();
    }

    @Test
    void theDatabaseIsKilledWhileTheBankIsAsked() {
        Town.Order order = opened(50_000, 1);
        bank.breaks(fault("LATENCY", order, "millis", 2_000));
        insistsOnPaying(order);
        await().until(() -> bank.hasStruck(order.orderId));

        TestServers.process(RealServer.DATABASE).kill();
        await().until(() -> bank.captured(order.orderId) == 50_000);
        TestServers.process(RealServer.DATABASE).start();

        endsPaid(order);
        assertThat(audit()).isEmpty();
    }

    private void startTheDoomed() {
        if (doomed == null) {
            doomed = PaymentProcess.start(environment, town.url());
        } else {
            doomed.process().start();
        }
        Town.Order first = opened(1_000, 1);
        await().until(() -> confirmAt(doomed.port(), first, bank.approves(first.orderId, first.amount))
                        .status()
                == 200);
    }

    private void endsPaid(Town.Order order) {
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(120))
                .until(() -> status(order).equals("PAID") && town.tickets(order) == 1);
        assertThat(bank.captured(order.orderId)).isEqualTo(order.amount);
        assertThat(ledger(order)).hasSize(1);
    }

    /** As a fan who presses again when no payments are taken just now. */
    private void insistsOnPaying(Town.Order order) {
        String key = bank.approves(order.orderId, order.amount);
        Thread.startVirtualThread(() ->
                await().ignoreExceptions().until(() -> confirm(order, key).status() != 503));
    }

    private void confirmsAtTheDoomed(Town.Order order) {
        confirmsAtTheDoomed(order, bank.approves(order.orderId, order.amount));
    }

    private void confirmsAtTheDoomed(Town.Order order, String key) {
        Thread.startVirtualThread(() -> confirmAt(doomed.port(), order, key));
    }

    private String attempt(Town.Order order) {
        List<String> states = jdbc.sql("SELECT state FROM attempt WHERE order_id = ?")
                .param(order.orderId)
                .query(String.class)
                .list();
        return states.isEmpty() ? "" : states.getLast();
    }
}
