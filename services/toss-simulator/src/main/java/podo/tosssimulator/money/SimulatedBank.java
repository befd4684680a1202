package podo.tosssimulator.money;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import podo.tosssimulator.clock.SimulatorClock;

/** The rules of the bank; one change at a time, each written down, and told once the next may begin. */
@Component
public class SimulatedBank {

    private static final Duration BETWEEN_CANCELS = Duration.ofSeconds(1);

    private final SimulatedPayments payments;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Queue<SimulatedPayment> toTell = new ArrayDeque<>();

    SimulatedBank(SimulatedPayments payments, SimulatorClock clock, ApplicationEventPublisher events) {
        this.payments = payments;
        this.clock = clock;
        this.events = events;
    }

    /** The buyer opens the window. */
    public SimulatedPayment open(String orderId, String orderName, long amount, PaymentMethod method) {
        SimulatedPayment payment = SimulatedPayment.requested(orderId, orderName, amount, method, clock.instant());
        payments.save(payment);
        return payment;
    }

    /** The buyer agrees; with a {@code declineCode} the bank will refuse the confirm with it. */
    public SimulatedPayment authenticate(String paymentKey, @Nullable String declineCode) {
        return alone(() -> become(require(paymentKey).authenticated(declineCode, clock.instant())));
    }

    /** Money moves here, and nowhere else. Which error a wrong amount or a repeated key gets is an assumption. */
    public SimulatedPayment confirm(String paymentKey, String orderId, long amount) {
        return alone(() -> confirmed(paymentKey, orderId, amount));
    }

    /** The buyer pays to the virtual account. */
    public SimulatedPayment deposit(String paymentKey) {
        return alone(() -> deposited(paymentKey));
    }

    /** Gives back a part, or without an amount all that is left. */
    public SimulatedPayment cancel(String paymentKey, String reason, @Nullable Long amount) {
        return alone(() -> cancelled(paymentKey, reason, amount));
    }

    /** The state as of now: what was not confirmed in time is expired when somebody looks. */
    public SimulatedPayment current(SimulatedPayment payment) {
        return alone(() -> asOfNow(payment));
    }

    /** The session ends now, whatever its clock says. */
    public void expire(String paymentKey) {
        alone(() -> payments.withKey(paymentKey)
                .filter(payment -> payment.status() == TossStatus.IN_PROGRESS)
                .map(payment -> become(payment.expired())));
    }

    private SimulatedPayment confirmed(String paymentKey, String orderId, long amount) {
        SimulatedPayment payment = payments.withKey(paymentKey)
                .map(this::asOfNow)
                .orElseThrow(() -> TossError.of("NOT_FOUND_PAYMENT_SESSION"));
        switch (payment.status()) {
            case READY, EXPIRED -> throw TossError.of("NOT_FOUND_PAYMENT_SESSION");
            case DONE, PARTIAL_CANCELED, CANCELED, ABORTED, WAITING_FOR_DEPOSIT ->
                throw TossError.of("ALREADY_PROCESSED_PAYMENT");
            case IN_PROGRESS -> {}
        }
        if (!payment.orderId().equals(orderId)) {
            throw TossError.of("NOT_FOUND_PAYMENT_SESSION");
        }
        if (payment.totalAmount() != amount) {
            throw TossError.of("INVALID_REQUEST");
        }
        if (payments.ofOrder(orderId).stream().anyMatch(SimulatedPayment::isCaptured)) {
            throw TossError.of("DUPLICATED_ORDER_ID");
        }
        if (payment.declineCode() != null) {
            become(payment.aborted());
            throw TossError.of(payment.declineCode());
        }
        return become(
                payment.method() == PaymentMethod.VIRTUAL_ACCOUNT
                        ? payment.waitingForDeposit()
                        : payment.approved(clock.instant()));
    }

    private SimulatedPayment deposited(String paymentKey) {
        SimulatedPayment payment = require(paymentKey);
        if (payment.status() != TossStatus.WAITING_FOR_DEPOSIT) {
            throw TossError.of("INVALID_REQUEST");
        }
        return become(payment.approved(clock.instant()));
    }

    private SimulatedPayment cancelled(String paymentKey, String reason, @Nullable Long wished) {
        SimulatedPayment payment = require(paymentKey);
        if (payment.status() == TossStatus.CANCELED) {
            throw TossError.of("ALREADY_CANCELED_PAYMENT");
        }
        boolean waits = payment.status() == TossStatus.WAITING_FOR_DEPOSIT;
        if (!payment.isCaptured() && !waits) {
            throw TossError.of("NOT_CANCELABLE_PAYMENT");
        }
        long amount = wished == null ? payment.balanceAmount() : wished;
        if (waits && amount != payment.balanceAmount()) {
            throw TossError.of("NOT_CANCELABLE_AMOUNT");
        }
        if (amount <= 0) {
            throw TossError.of("INVALID_REQUEST");
        }
        if (amount > payment.balanceAmount()) {
            throw TossError.of("NOT_CANCELABLE_AMOUNT");
        }
        Instant now = clock.instant();
        if (payment.cancels().stream()
                .anyMatch(c -> c.at().plus(BETWEEN_CANCELS).isAfter(now))) {
            throw TossError.of("FORBIDDEN_CONSECUTIVE_REQUEST");
        }
        return become(payment.cancelled(reason, amount, now));
    }

    private SimulatedPayment asOfNow(SimulatedPayment payment) {
        return payment.tooLate(clock.instant()) ? become(payment.expired()) : payment;
    }

    private SimulatedPayment require(String paymentKey) {
        return payments.withKey(paymentKey).map(this::asOfNow).orElseThrow(() -> TossError.of("NOT_FOUND_PAYMENT"));
    }

    private SimulatedPayment become(SimulatedPayment payment) {
        payments.save(payment);
        toTell.add(payment);
        return payment;
    }

    private <T> T alone(Supplier<T> work) {
        List<SimulatedPayment> changed;
        oneAtATime.lock();
        try {
            return work.get();
        } finally {
            changed = List.copyOf(toTell);
            toTell.clear();
            oneAtATime.unlock();
            changed.forEach(payment -> events.publishEvent(new PaymentChanged(payment)));
        }
    }
}
