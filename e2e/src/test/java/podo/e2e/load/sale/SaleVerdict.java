package podo.e2e.load.sale;

import org.awaitility.core.ConditionTimeoutException;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.load.sale.result.SaleFacts.Verdict;
import podo.e2e.load.sale.result.SaleTally;
import podo.e2e.storm.AuditCheck;

/** Whether the sale was right: no seat has two owners, the seat map knows what the fans know, and the auditor's sums agree. */
final class SaleVerdict {

    private SaleVerdict() {}

    static Verdict of(SaleRun run, long event, int seats) {
        SaleTally tally = run.tally();
        if (!tally.soldTwice().isEmpty()) {
            return new Verdict(false, "Sold twice: " + tally.soldTwice());
        }
        String map = Fan.fresh()
                .api()
                .get("/api/events/" + event + "/seats/state")
                .has(200)
                .string("s");
        long sold = map.chars().filter(letter -> letter == 's').count();
        if (map.length() != seats || sold < tally.seatsSold()) {
            return new Verdict(
                    false,
                    "The seat map has %d seats, %d of them sold; fans have tickets of %d"
                            .formatted(map.length(), sold, tally.seatsSold()));
        }
        return run.isStopped() ? asked(sold) : awaited(sold);
    }

    /** Payments that are still under way are no finding for long. */
    private static Verdict awaited(long sold) {
        try {
            return agrees(sold, AuditCheck.awaitNoFindings("after the sale").toString());
        } catch (ConditionTimeoutException e) {
            return new Verdict(
                    false,
                    "The audit does not agree: "
                            + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    /** Once, because somebody ended the sale and waits. */
    private static Verdict asked(long sold) {
        Answer answer = Fan.operator().post("/api/audit").has(200);
        return answer.json("ok").asBoolean()
                ? agrees(sold, answer.json("sums").toString())
                : new Verdict(false, "The audit does not agree yet: " + answer.json("findings"));
    }

    private static Verdict agrees(long sold, String sums) {
        return new Verdict(
                true,
                "The audit agrees. No seat was sold twice; the seat map has " + sold + " sold. All books: " + sums);
    }
}
