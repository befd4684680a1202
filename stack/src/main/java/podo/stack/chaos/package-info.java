/** A page with buttons that break the demo on this machine and heal it again, beside what the auditor says meanwhile. */
@NullMarked
package podo.stack.chaos;

import org.jspecify.annotations.NullMarked;
