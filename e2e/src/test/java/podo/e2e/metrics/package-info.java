/** What alerts and dashboards name exists: the metrics of a running stack. */
@NullMarked
package podo.e2e.metrics;

import org.jspecify.annotations.NullMarked;
