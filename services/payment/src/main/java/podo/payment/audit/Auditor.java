package podo.payment.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares what payment, reservation, inventory and the bank say of the same seats and the same money. What differs is
 * looked at again until it has settled; what is the same wrong all that time is a finding.
 */
@Component
class Auditor {

    private static final int PAGE = 2_000;
    private static final int LOOKS = 30;

    private final LedgerQuery books;
    private final TicketAuditClient tickets;
    private final SeatAuditClient halls;
    private final BankCheck bank;
    private final AuditSettings settings;
    private final Clock clock;

    Auditor(
            LedgerQuery books,
            TicketAuditClient tickets,
            SeatAuditClient halls,
            BankCheck bank,
            AuditSettings settings,
            Clock clock) {
        this.books = books;
        this.tickets = tickets;
        this.halls = halls;
        this.bank = bank;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything, and the bank about every order of the last days. */
    AuditReport audit() {
        return audit(bank::worthAsking);
    }

    /** Everything, but the bank only about the orders whose turn it is and those of the last report. */
    AuditReport round(List<AuditFinding> last) {
        Set<String> suspects = last.stream().map(AuditFinding::subject).collect(Collectors.toSet());
        return audit(orders -> bank.dueNow(orders, suspects));
    }

    private AuditReport audit(UnaryOperator<List<OrderMoney>> atTheBank) {
        Instant start = clock.instant();
        AuditEvidence evidence = read();
        List<OrderMoney> asked = atTheBank.apply(evidence.orders());
        List<AuditFinding> suspects = new ArrayList<>(AuditRules.broken(evidence));
        suspects.addAll(bank.broken(asked));
        while (!suspects.isEmpty() && clock.instant().isBefore(start.plus(settings.settledAfter()))) {
            pause(settings.settledAfter().dividedBy(LOOKS));
            evidence = read();
            suspects = stillWrong(suspects, evidence);
        }
        return new AuditReport(
                start,
                Duration.between(start, clock.instant()).toMillis(),
                suspects.isEmpty(),
                new AuditReport.Checked(
                        evidence.orders().size(),
                        evidence.tickets().size(),
                        evidence.sold().size(),
                        evidence.halls().size(),
                        asked.size()),
                sums(evidence),
                List.copyOf(suspects));
    }

    private List<AuditFinding> stillWrong(List<AuditFinding> suspects, AuditEvidence evidence) {
        Set<String> suspected = new HashSet<>();
        suspects.forEach(finding -> suspected.add(finding.subject()));
        Set<AuditFinding> now = new HashSet<>(AuditRules.broken(evidence));
        now.addAll(bank.broken(bank.worthAsking(evidence.orders()).stream()
                .filter(order -> suspected.contains(order.orderId()) || suspected.contains("the bank"))
                .toList()));
        return new ArrayList<>(suspects.stream().filter(now::contains).toList());
    }

    /** The tickets before the books: a ticket can't be older than its money. */
    private AuditEvidence read() {
        List<TicketAuditClient.Ticket> valid =
                KeysetPages.all(PAGE, 0L, TicketAuditClient.Ticket::id, after -> tickets.tickets(after, PAGE));
        List<SeatAuditClient.Sold> sold =
                KeysetPages.all(PAGE, 0L, SeatAuditClient.Sold::seatId, after -> halls.sold(after, PAGE));
        return new AuditEvidence(books.all(), valid, sold, halls.halls());
    }

    private static AuditReport.Sums sums(AuditEvidence evidence) {
        long captured = 0;
        long refunded = 0;
        long fees = 0;
        long onItsWay = 0;
        long checking = 0;
        for (OrderMoney order : evidence.orders()) {
            captured += order.captured() + order.capturedInVain();
            refunded += order.givenBack() + order.givenBackInVain();
            fees += order.fees();
            onItsWay += order.promised();
            checking += order.status().equals("CHECKING") ? order.amount() : 0;
        }
        long ticketed = evidence.tickets().stream()
                .mapToLong(TicketAuditClient.Ticket::price)
                .sum();
        return new AuditReport.Sums(captured, ticketed, refunded, fees, onItsWay, checking);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while auditing", e);
        }
    }
}
