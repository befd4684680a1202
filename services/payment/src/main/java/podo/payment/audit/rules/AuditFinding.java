package podo.payment.audit.rules;

import org.jspecify.annotations.Nullable;

/**
 * One row that breaks a rule.
 *
 * @param rule the rule's name, such as {@code paid-without-ticket}
 * @param subject the order, seat or event that it is about
 * @param detail the actual and the expected value, in English
 * @param eventId the event whose money it concerns; null when it concerns all
 */
public record AuditFinding(
        String rule,
        String subject,
        String detail,
        @Nullable Long eventId) {}
