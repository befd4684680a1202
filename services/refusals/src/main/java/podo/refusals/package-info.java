/** What the web server itself refuses is a problem body with a 4xx status and one line of log, in every process that listens. */
@NullMarked
package podo.refusals;

import org.jspecify.annotations.NullMarked;
