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

/** The rules of the bank. One change runs at a time; each is stored first and published after the lock is released. */
@Component
public class SimulatedBank {

    private static final Duration PAUSE_BETWEEN_CANCELS = Duration.ofSeconds(1);

    private final SimulatedPayments payments;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<SimulatedPayment> unpublished = new ArrayDeque<>();

    SimulatedBank(SimulatedPayments payments, SimulatorClock clock, ApplicationEventPublisher events) {
        this.payments = payments;
        this.clock = clock;
        this.events = events;
    }

    /** The buyer opens the payment window. */
    public SimulatedPayment open(String orderId, String orderName, long amount, PaymentMethod method) {
        SimulatedPayment payment = SimulatedPayment.requested(orderId, orderName, amount, method, clock.instant());
        payments.save(payment);
        return payment;
    }

    /** The buyer authenticates; with a {@code declineCode} the confirm will be refused with it. */
    public SimulatedPayment authenticate(String paymentKey, @Nullable String declineCode) {
        return runExclusively(() -> saveAndPublish(require(paymentKey).authenticated(declineCode, clock.instant())));
    }

    /** The only call that captures money. Which error a wrong amount or a repeated key gets is an assumption. */
    public SimulatedPayment confirm(String paymentKey, String orderId, long amount) {
        return runExclusively(() -> confirmed(paymentKey, orderId, amount));
    }

    /** The deposit to a virtual account arrives. */
    public SimulatedPayment deposit(String paymentKey) {
        return runExclusively(() -> deposited(paymentKey));
    }

    /** Refunds the amount, or all that is left when it is null. */
    public SimulatedPayment cancel(String paymentKey, String reason, @Nullable Long amount) {
        return runExclusively(() -> cancelled(paymentKey, reason, amount));
    }

    /** Expires a payment whose time is over, and returns it as it is now. */
    public SimulatedPayment refresh(SimulatedPayment payment) {
        return runExclusively(() -> expireIfDue(payment));
    }

    /** Ends the payment session at once. */
    public void expire(String paymentKey) {
        runExclusively(() -> payments.findByKey(paymentKey)
                .filter(payment -> payment.status() == TossStatus.IN_PROGRESS)
                .map(payment -> saveAndPublish(payment.expired())));
    }

    private SimulatedPayment confirmed(String paymentKey, String orderId, long amount) {
        SimulatedPayment payment = payments.findByKey(paymentKey)
                .map(this::expireIfDue)
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
        if (payments.findByOrder(orderId).stream().anyMatch(SimulatedPayment::isCaptured)) {
            throw TossError.of("DUPLICATED_ORDER_ID");
        }
        if (payment.declineCode() != null) {
            saveAndPublish(payment.aborted());
            throw TossError.of(payment.declineCode());
        }
        return saveAndPublish(
                payment.method() == PaymentMethod.VIRTUAL_ACCOUNT
                        ? payment.waitingForDeposit()
                        : payment.approved(clock.instant()));
    }

    private SimulatedPayment deposited(String paymentKey) {
        SimulatedPayment payment = require(paymentKey);
        if (payment.status() != TossStatus.WAITING_FOR_DEPOSIT) {
            throw TossError.of("INVALID_REQUEST");
        }
        return saveAndPublish(payment.approved(clock.instant()));
    }

    private SimulatedPayment cancelled(String paymentKey, String reason, @Nullable Long requestedAmount) {
        SimulatedPayment payment = require(paymentKey);
        if (payment.status() == TossStatus.CANCELED) {
            throw TossError.of("ALREADY_CANCELED_PAYMENT");
        }
        boolean waitsForDeposit = payment.status() == TossStatus.WAITING_FOR_DEPOSIT;
        if (!payment.isCaptured() && !waitsForDeposit) {
            throw TossError.of("NOT_CANCELABLE_PAYMENT");
        }
        long amount = requestedAmount == null ? payment.balanceAmount() : requestedAmount;
        if (waitsForDeposit && amount != payment.balanceAmount()) {
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
                .anyMatch(c -> c.at().plus(PAUSE_BETWEEN_CANCELS).isAfter(now))) {
            throw TossError.of("FORBIDDEN_CONSECUTIVE_REQUEST");
        }
        return saveAndPublish(payment.cancelled(reason, amount, now));
    }

    private SimulatedPayment expireIfDue(SimulatedPayment payment) {
        return payment.isDueToExpire(clock.instant()) ? saveAndPublish(payment.expired()) : payment;
    }

    private SimulatedPayment require(String paymentKey) {
        return payments.findByKey(paymentKey)
                .map(this::expireIfDue)
                .orElseThrow(() -> TossError.of("NOT_FOUND_PAYMENT"));
    }

    private SimulatedPayment saveAndPublish(SimulatedPayment payment) {
        payments.save(payment);
        unpublished.add(payment);
        return payment;
    }

    private <T> T runExclusively(Supplier<T> work) {
        List<SimulatedPayment> changed;
        lock.lock();
        try {
            return work.get();
        } finally {
            changed = List.copyOf(unpublished);
            unpublished.clear();
            lock.unlock();
            changed.forEach(payment -> events.publishEvent(new PaymentChanged(payment)));
        }
    }
}
