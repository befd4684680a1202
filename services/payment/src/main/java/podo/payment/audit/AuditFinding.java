package podo.payment.audit;

/**
 * One row that is not as it must be.
 *
 * @param rule the broken promise, by its short name
 * @param subject the order, seat or event it is about
 * @param detail what is and what should be, for a person
 */
record AuditFinding(String rule, String subject, String detail) {}
