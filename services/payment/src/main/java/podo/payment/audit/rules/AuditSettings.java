package podo.payment.audit.rules;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code podo.audit}.
 *
 * @param every the pause between two scheduled audits
 * @param settledAfter a difference that lasts this long is a finding; a younger one may be a message on its way
 * @param days orders that changed within so many days are compared with the bank
 */
@ConfigurationProperties("podo.audit")
public record AuditSettings(Duration every, Duration settledAfter, int days) {}
