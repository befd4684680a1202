package podo.payment.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param settledAfter what is still wrong after this long is a finding; before, it may be a message on its way
 * @param days how far back the bank is asked, order by order
 */
@ConfigurationProperties("podo.audit")
record AuditSettings(Duration every, Duration settledAfter, int days) {}
