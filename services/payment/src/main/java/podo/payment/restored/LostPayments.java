package podo.payment.restored;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import podo.payment.NonOverlappingTask;
import podo.payment.pg.BankStatement;
import podo.payment.pg.TossClient;
import podo.payment.pg.TossPayment;
import podo.payment.pg.TossTransaction;
import podo.payment.pg.Verdict;

/**
 * Once a backup was restored, reads the bank's list of everything since, and has settled what the books lack. It is read again until a
 * minute after the first time: a request that was on its way when the shop went down may reach the bank a little later.
 */
@Component
class LostPayments {

    private static final Logger log = LoggerFactory.getLogger(LostPayments.class);

    /** Between the bank's clock and the backup's. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    /** The list ends with the newest transaction, whatever the bank's clock says. */
    private static final Duration FAR_AHEAD = Duration.ofDays(366);

    private static final Duration READ_AGAIN_FOR = Duration.ofMinutes(1);
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final BankStatement statement;
    private final TossClient toss;
    private final OrderOwnerClient owners;
    private final LostPaymentSettlement settlement;
    private final Restorations restorations;
    private final Clock clock;
    private final String restoredFrom;
    private final NonOverlappingTask task = new NonOverlappingTask("payments after the backup");
    private volatile boolean settled;

    /** @param restoredFrom the moment of the backup, ISO-8601; empty when nothing was restored */
    LostPayments(
            BankStatement statement,
            TossClient toss,
            OrderOwnerClient owners,
            LostPaymentSettlement settlement,
            Restorations restorations,
            Clock clock,
            @Value("${podo.restored-from:}") String restoredFrom) {
        this.statement = statement;
        this.toss = toss;
        this.owners = owners;
        this.settlement = settlement;
        this.restorations = restorations;
        this.clock = clock;
        this.restoredFrom = restoredFrom;
    }

    @Scheduled(fixedDelayString = "${podo.payment.lost-payments-every:10s}", initialDelay = 2_000)
    void settleIfRestored() {
        if (!restoredFrom.isEmpty() && !settled) {
            task.runUnlessBusy(() -> settle(Instant.parse(restoredFrom)));
        }
    }

    void settle(Instant from) {
        settled = restorations.isSettled(from);
        if (settled || !restorations.claim(from, CLAIM)) {
            return;
        }
        Instant began = clock.instant();
        boolean complete = false;
        try {
            complete = settleAll(from.minus(MARGIN), began.plus(FAR_AHEAD));
        } catch (IOException e) {
            log.warn("What came after the backup of {} is looked for again: {}", from, e.toString());
        } finally {
            settled = complete && began.isAfter(restorations.foundAt(from).plus(READ_AGAIN_FOR));
            restorations.release(from, settled);
        }
    }

    /** @return false when the bank could not tell of some payment */
    private boolean settleAll(Instant from, Instant until) throws IOException {
        boolean complete = true;
        Set<String> seen = new HashSet<>();
        String after = "";
        for (List<TossTransaction> page = statement.page(from, until, after);
                !page.isEmpty();
                page = statement.page(from, until, after)) {
            for (TossTransaction transaction : page) {
                if (!settlement.isInTheBooks(transaction) && seen.add(transaction.paymentKey())) {
                    complete &= settle(transaction);
                }
            }
            after = page.getLast().transactionKey();
        }
        return complete;
    }

    private boolean settle(TossTransaction transaction) {
        if (!(toss.findByKey(transaction.paymentKey()) instanceof Verdict.Done done)) {
            return false;
        }
        TossPayment payment = done.payment();
        if (payment.isCaptured()) {
            log.info("Order {}: {}", payment.orderId(), settlement.settle(payment, () -> ownerOf(payment.orderId())));
        }
        return true;
    }

    private long ownerOf(String orderId) {
        try {
            return owners.find(orderId).fanId();
        } catch (HttpClientErrorException.NotFound e) {
            return LostPaymentSettlement.NOBODY;
        }
    }
}
