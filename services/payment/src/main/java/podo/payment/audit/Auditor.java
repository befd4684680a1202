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
import podo.payment.audit.evidence.AuditEvidence;
import podo.payment.audit.evidence.AuditEvidenceReader;
import podo.payment.audit.evidence.OrderMoney;
import podo.payment.audit.rules.AuditFinding;
import podo.payment.audit.rules.AuditRules;
import podo.payment.audit.rules.AuditSettings;
import podo.payment.audit.rules.BankCheck;

/**
 * Compares what payment, reservation, inventory and the bank have recorded of the same seats and payments. A difference is
 * read again for {@code podo.audit.settled-after}; one that stays the same all that time is a finding.
 */
@Component
class Auditor {

    private static final int REPEATS = 30;

    private final AuditEvidenceReader reader;
    private final BankCheck bank;
    private final AuditSettings settings;
    private final Clock clock;

    Auditor(AuditEvidenceReader reader, BankCheck bank, AuditSettings settings, Clock clock) {
        this.reader = reader;
        this.bank = bank;
        this.settings = settings;
        this.clock = clock;
    }

    /** Compares everything, and asks the bank about every order of the last {@code podo.audit.days}. */
    AuditReport auditAll() {
        return audit(bank::selectRecent);
    }

    /** The same, but asks the bank only about orders that are due ({@link AuditSchedule}) and those of the last report. */
    AuditReport auditDue(List<AuditFinding> last) {
        Set<String> suspects = last.stream().map(AuditFinding::subject).collect(Collectors.toSet());
        return audit(orders -> bank.selectDue(orders, suspects));
    }

    private AuditReport audit(UnaryOperator<List<OrderMoney>> selectForBank) {
        Instant start = clock.instant();
        AuditEvidence evidence = reader.read();
        List<OrderMoney> asked = selectForBank.apply(evidence.orders());
        List<AuditFinding> suspects = new ArrayList<>(AuditRules.check(evidence));
        suspects.addAll(bank.check(asked));
        while (!suspects.isEmpty() && clock.instant().isBefore(start.plus(settings.settledAfter()))) {
            pause(settings.settledAfter().dividedBy(REPEATS));
            evidence = reader.read();
            suspects = stillBroken(suspects, evidence);
        }
        return AuditReport.of(
                start,
                Duration.between(start, clock.instant()).toMillis(),
                List.copyOf(suspects),
                EventShares.of(evidence, asked));
    }

    private List<AuditFinding> stillBroken(List<AuditFinding> suspects, AuditEvidence evidence) {
        Set<String> suspected = new HashSet<>();
        suspects.forEach(finding -> suspected.add(finding.subject()));
        Set<AuditFinding> now = new HashSet<>(AuditRules.check(evidence));
        now.addAll(bank.check(bank.selectRecent(evidence.orders()).stream()
                .filter(order -> suspected.contains(order.orderId()) || suspected.contains("the bank"))
                .toList()));
        return new ArrayList<>(suspects.stream().filter(now::contains).toList());
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
