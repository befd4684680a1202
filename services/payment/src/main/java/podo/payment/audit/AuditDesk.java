package podo.payment.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.NonOverlappingTask;
import podo.payment.audit.rules.AuditSettings;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.json.JsonMapper;

/** Runs the audit every {@code podo.audit.every} on one of the instances, and on demand; stores the last report for all. */
@Component
class AuditDesk {

    private static final Logger log = LoggerFactory.getLogger(AuditDesk.class);

    private final Auditor auditor;
    private final AuditSettings settings;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final NonOverlappingTask task = new NonOverlappingTask("audit");

    AuditDesk(
            Auditor auditor,
            AuditSettings settings,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.auditor = auditor;
        this.settings = settings;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        Gauge.builder("podo.audit.findings", this, AuditDesk::countFindings).register(meters);
        Gauge.builder("podo.audit.age", this, AuditDesk::secondsSinceLast)
                .baseUnit("seconds")
                .register(meters);
    }

    AuditReport auditAll() {
        return store(auditor.auditAll());
    }

    private void auditDue() {
        store(auditor.auditDue(findLast().map(AuditReport::findings).orElse(List.of())));
    }

    private AuditReport store(AuditReport report) {
        report.findings().forEach(finding -> log.error("Audit: {}", finding));
        jdbc.sql("UPDATE audit_report SET report = ? WHERE id = 1")
                .param(json.writeValueAsString(report))
                .update();
        return report;
    }

    Optional<AuditReport> findLast() {
        return jdbc.sql("SELECT report FROM audit_report WHERE id = 1 AND report IS NOT NULL")
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, AuditReport.class));
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 30_000)
    void auditWhenDue() {
        if (tryAcquireRun()) {
            task.runUnlessBusy(this::auditDue);
        }
    }

    /** Moves {@code next_at} forward: only one instance changes the row, and that one runs the audit. */
    private boolean tryAcquireRun() {
        Instant now = clock.instant();
        return jdbc.sql("UPDATE audit_report SET next_at = ? WHERE id = 1 AND next_at <= ?")
                        .params(Utc.column(now.plus(settings.every())), Utc.column(now))
                        .update()
                == 1;
    }

    private double countFindings() {
        return findLast().map(report -> (double) report.findings().size()).orElse(Double.NaN);
    }

    private double secondsSinceLast() {
        return findLast()
                .map(report -> Duration.between(report.at(), clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
