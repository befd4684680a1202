/** The comparisons of the audit: between the services, and with the bank. */
@NullMarked
package podo.payment.audit.rules;

import org.jspecify.annotations.NullMarked;
