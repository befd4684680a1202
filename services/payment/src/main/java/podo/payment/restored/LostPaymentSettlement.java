package podo.payment.restored;

import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentReturned;
import podo.contracts.payment.PaymentStatus;
import podo.outbox.Outbox;
import podo.payment.attempt.Settlement;
import podo.payment.attempt.SurplusCapture;
import podo.payment.ledger.Ledger;
import podo.payment.order.Payment;
import podo.payment.order.Payments;
import podo.payment.pg.TossPayment;
import podo.payment.pg.TossTransaction;

/**
 * Brings the books up to what the bank says of one payment:
 * an order that they know is paid (and gets its tickets, or its money back when others have the seats now); one that they have lost gets
 * its money back; one that was refunded in full loses its tickets. Each step is one transaction, and harmless when repeated.
 */
@Component
class LostPaymentSettlement {

    static final long NOBODY = 0;

    private final Payments payments;
    private final Ledger ledger;
    private final Settlement settlement;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final LedgerLookup lookup;

    LostPaymentSettlement(
            Payments payments,
            Ledger ledger,
            Settlement settlement,
            Outbox outbox,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            LedgerLookup lookup) {
        this.payments = payments;
        this.ledger = ledger;
        this.settlement = settlement;
        this.outbox = outbox;
        this.events = events;
        this.transaction = transaction;
        this.lookup = lookup;
    }

    boolean isInTheBooks(TossTransaction bank) {
        return bank.isCapture() ? lookup.hasCapture(bank.paymentKey()) : lookup.hasRefund(bank.transactionKey());
    }

    /**
     * @param owner asked only for an order that is not in the books
     * @return what was done, for the log
     */
    String settle(TossPayment bank, LongSupplier owner) {
        if (payments.find(bank.orderId()).isEmpty()) {
            long fanId = owner.getAsLong();
            transaction.executeWithoutResult(commit -> giveBack(bank, fanId));
            return fanId == NOBODY
                    ? "is not in the books: its money goes back"
                    : "is not in the books: its money goes back, its fan is told";
        }
        if (!lookup.hasCapture(bank.paymentKey())) {
            settlement.recordCapture(bank);
            return "was paid after the backup: booked, or refunded if its seats are gone";
        }
        return Boolean.TRUE.equals(transaction.execute(commit -> recordFullRefund(bank)))
                ? "was refunded in full after the backup: its seats are free again"
                : "was refunded in part after the backup, of which seats is not known: the audit shows it, an operator decides";
    }

    /** The order gets a row that is cancelled from the start, so that ledger, refund and audit work as for every other. */
    private void giveBack(TossPayment bank, long fanId) {
        Instant at = bank.approvedAtOr(Instant.EPOCH);
        payments.insertIfAbsent(new Payment(
                bank.orderId(),
                "",
                "",
                0,
                fanId,
                List.of(),
                "",
                bank.totalAmount(),
                PaymentStatus.READY,
                null,
                null,
                0,
                0));
        payments.markCancelledUnpaid(bank.orderId());
        payments.lock(bank.orderId());
        if (!ledger.recordCapture(bank.orderId(), bank.paymentKey(), bank.totalAmount(), at)) {
            return;
        }
        bank.allCancels()
                .forEach(cancel -> ledger.recordRefund(
                        bank.orderId(), bank.paymentKey(), cancel.cancelAmount(), cancel.transactionKey(), at));
        if (bank.balanceAmount() > 0) {
            events.publishEvent(new SurplusCapture(
                    bank.orderId(), bank.paymentKey(), bank.balanceAmount(), "the order was lost in a failure"));
        }
        if (fanId != NOBODY) {
            outbox.send(new PaymentReturned(bank.orderId(), fanId, bank.totalAmount(), at));
        }
    }

    /** @return false when only a part was refunded: the bank does not know for which seats */
    private boolean recordFullRefund(TossPayment bank) {
        Payment payment = payments.lock(bank.orderId()).orElseThrow();
        long refunded = bank.refunded() - payment.refunded();
        if (!bank.paymentKey().equals(payment.paymentKey()) || refunded <= 0 || refunded != payment.remaining()) {
            return false;
        }
        String cancellationId = "restored-" + bank.paymentKey();
        bank.allCancels()
                .forEach(cancel -> ledger.recordRefund(
                        bank.orderId(),
                        bank.paymentKey(),
                        cancel.cancelAmount(),
                        cancel.transactionKey(),
                        bank.approvedAtOr(Instant.EPOCH)));
        payments.addRefund(bank.orderId(), refunded, 0, false);
        outbox.send(new PaymentCancelled(
                cancellationId,
                payment.orderId(),
                payment.reservationId(),
                payment.holdId(),
                payment.eventId(),
                payment.seatIds(),
                refunded,
                0));
        return true;
    }
}
