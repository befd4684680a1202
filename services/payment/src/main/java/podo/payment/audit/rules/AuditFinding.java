package podo.payment.audit.rules;

/**
 * One row that breaks a rule.
 *
 * @param rule the rule's name, such as {@code paid-without-ticket}
 * @param subject the order, seat or event that it is about
 * @param detail the actual and the expected value, in English
 */
public record AuditFinding(String rule, String subject, String detail) {}
